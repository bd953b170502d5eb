package pim.tool.oracle;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import pim.onnx.ModelProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// The oracle: an ONNX model as ONNX Runtime runs it on the processor.
public final class OnnxRuntime implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxRuntime(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    private interface Opening {
        OrtSession in(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    /// @throws MalformedFileException if ONNX Runtime does not accept the model
    public static OnnxRuntime open(Path model) throws IOException {
        try {
            return open((environment, options) -> environment.createSession(model.toString(), options));
        } catch (OrtException e) {
            throw new MalformedFileException(model, "ONNX Runtime: " + e.getMessage());
        }
    }

    /// @throws IllegalArgumentException if ONNX Runtime does not accept the model
    public static OnnxRuntime of(ModelProto model) {
        try {
            return open((environment, options) -> environment.createSession(model.toByteArray(), options));
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    private static OnnxRuntime open(Opening opening) throws OrtException {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        try (var options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new OnnxRuntime(environment, opening.in(environment, options));
        }
    }

    /// The shape of every input by name, in the model's order; -1 is a dimension that the model leaves open.
    public SequencedMap<String, int[]> inputs() {
        try {
            return shapes(session.getInputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The shape of every output by name, as [#inputs()].
    public SequencedMap<String, int[]> outputs() {
        try {
            return shapes(session.getOutputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SequencedMap<String, int[]> shapes(Map<String, NodeInfo> values) {
        var shapes = new LinkedHashMap<String, int[]>();
        values.forEach((name, info) -> {
            if (info.getInfo() instanceof TensorInfo tensor) shapes.put(name, Arrays.stream(tensor.getShape()).mapToInt(Math::toIntExact).toArray());
        });
        return Collections.unmodifiableSequencedMap(shapes);
    }

    /// Runs the model once. Boolean, 8- and 32-bit outputs come as [Tensor.Ints].
    ///
    /// @throws IllegalArgumentException if an input is missing, too many, or of another type or shape than the model's
    public SequencedMap<String, Tensor> run(Map<String, Tensor> inputs) {
        var given = new LinkedHashMap<String, OnnxTensor>();
        try {
            for (var input : inputs.entrySet()) given.put(input.getKey(), tensor(input.getValue()));
            var outputs = new LinkedHashMap<String, Tensor>();
            try (var results = session.run(given)) {
                for (var result : results) outputs.put(result.getKey(), tensor(result.getKey(), (OnnxTensor) result.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime: " + e.getMessage(), e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(Tensor tensor) throws OrtException {
        var shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        return switch (tensor) {
            case Tensor.Floats t -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(t.data()), shape);
            case Tensor.Ints t -> OnnxTensor.createTensor(environment, IntBuffer.wrap(t.data()), shape);
            case Tensor.Longs t -> OnnxTensor.createTensor(environment, LongBuffer.wrap(t.data()), shape);
        };
    }

    private static Tensor tensor(String name, OnnxTensor value) {
        var info = value.getInfo();
        var shape = Arrays.stream(info.getShape()).mapToInt(Math::toIntExact).toArray();
        int n = Tensor.size(shape);
        return switch (info.type) {
            case FLOAT -> {
                var data = new float[n];
                value.getFloatBuffer().get(data);
                yield new Tensor.Floats(shape, data);
            }
            case INT32 -> {
                var data = new int[n];
                value.getIntBuffer().get(data);
                yield new Tensor.Ints(shape, data);
            }
            case INT64 -> {
                var data = new long[n];
                value.getLongBuffer().get(data);
                yield new Tensor.Longs(shape, data);
            }
            case INT8, UINT8, BOOL -> new Tensor.Ints(shape, bytes(value.getByteBuffer(), n, info.type == OnnxJavaType.INT8));
            default -> throw new IllegalArgumentException("output '" + name + "' has elements of type " + info.type + ", which are not supported");
        };
    }

    private static int[] bytes(ByteBuffer buffer, int n, boolean signed) {
        var data = new int[n];
        for (int i = 0; i < n; i++) data[i] = signed ? buffer.get(i) : Byte.toUnsignedInt(buffer.get(i));
        return data;
    }

    @Override public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
