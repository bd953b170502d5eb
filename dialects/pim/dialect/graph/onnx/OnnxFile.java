package pim.dialect.graph.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import pim.onnx.ModelProto;
import pim.tensor.MalformedFileException;

/// An ONNX model, where it was read from, and the version of the standard operator set that its nodes mean.
record OnnxFile(Path path, ModelProto model, int opset) {
    /// The versions whose operators the conversions know: before 7 broadcasting was written out, after 22 nothing was looked at.
    static final int OLDEST_OPSET = 7, NEWEST_OPSET = 22;

    /// @throws MalformedFileException if the file is not a model, is cut off, or is of an operator set that is not supported
    static OnnxFile read(Path path) throws IOException {
        var model = parse(path);
        if (!model.hasGraph()) throw new MalformedFileException(path, "this is not an ONNX model: it has no graph");
        int opset = 0;
        for (var set : model.getOpsetImportList()) if (isStandard(set.getDomain())) opset = (int) Math.min(Integer.MAX_VALUE, set.getVersion());
        if (opset == 0) throw new MalformedFileException(path, "the model names no version of the standard operator set, or it is cut off");
        if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
            throw new MalformedFileException(path, "operator set " + opset + " is not supported: convert the model to one from " + OLDEST_OPSET
                + " to " + NEWEST_OPSET);
        }
        return new OnnxFile(path, model, opset);
    }

    static boolean isStandard(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    private static ModelProto parse(Path path) throws IOException {
        if (Files.isDirectory(path)) throw new MalformedFileException(path, "this is a folder, not an ONNX model");
        try (var channel = FileChannel.open(path)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new MalformedFileException(path, "a model of more than 2 GB must keep its weights in other files");
            }
            return ModelProto.parseFrom(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedFileException(path, "this is not an ONNX model, or it is cut off");
        }
    }
}
