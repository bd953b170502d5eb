package pim.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.define.OpDefinition;
import pim.dialect.builtin.Builtin;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.MalformedFileException;
import pim.tensor.Storage;
import pim.tensor.Tensor;
import pim.tensor.WeightFile;

class SideFileTest {
    @TempDir Path directory;

    private static Operation module(DenseResourceAttr... resources) {
        var module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(new Block())), Location.UNKNOWN);
        for (int i = 0; i < resources.length; i++) module.setAttribute("test.r" + i, resources[i]);
        return module;
    }

    private static DenseResourceAttr resource(String key, Type element, long... extents) {
        return new DenseResourceAttr(key, RankedTensorType.of(element, extents));
    }

    private static ByteBuffer bytes(int... values) {
        var buffer = ByteBuffer.allocate(values.length);
        for (int v : values) buffer.put((byte) v);
        return buffer.flip();
    }

    @Test void valuesMoveToTheFileAndComeBack() throws IOException {
        var resources = new Resources();
        resources.put("f", ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putFloat(-2).flip());
        resources.put("i16", bytes(1, 0, 255, 255));
        resources.put("unused", bytes(1));
        var module = module(resource("f", FloatType.F32, 2), resource("i16", IntegerType.I16, 1, 2), resource("absent", IntegerType.I16, 1),
            resource("f", FloatType.F32, 2));
        var path = directory.resolve("net.v1.mlir");
        SideFile.write(module, resources, path);
        assertEquals("net.v1.safetensors", resources.weightFile());
        assertTrue(resources.inline().isEmpty());
        var file = WeightFile.open(directory.resolve("net.v1.safetensors"));
        assertEquals(List.of("f", "i16"), List.copyOf(file.names()));
        assertEquals(new Tensor.Floats(new int[] {2}, new float[] {1.5f, -2}), file.get("f"));
        assertEquals(new Tensor.Ints(new int[] {1, 2}, new int[] {1, -1}), file.get("i16"));
        assertEquals(Storage.I16, file.storage("i16"));

        var again = new Resources();
        again.setWeightFile("net.v1.safetensors", _ -> null, false);
        SideFile.open(path, again);
        assertEquals(-2f, again.get("f").getFloat(4));
        assertNull(again.get("absent"));
    }

    @Test void aModuleWithoutWeightsHasNoFile() throws IOException {
        var resources = new Resources();
        SideFile.write(module(), resources, directory.resolve("m.mlir"));
        assertNull(resources.weightFile());
        assertFalse(Files.exists(directory.resolve("m.safetensors")));
        SideFile.open(directory.resolve("m.mlir"), resources);
    }

    @Test void aMissingFileIsNamed() {
        var resources = new Resources();
        resources.setWeightFile("gone.safetensors", _ -> null, false);
        var failure = assertThrows(MalformedFileException.class, () -> SideFile.open(directory.resolve("m.mlir"), resources));
        assertEquals("there is no such weight file, which m.mlir names", failure.getMessage());
    }

    @Test void bytesThatAreNotOfTheType() {
        var resources = new Resources();
        resources.put("f", bytes(1, 2, 3));
        var failure = assertThrows(IllegalArgumentException.class, () ->
            SideFile.write(module(resource("f", FloatType.F32, 2)), resources, directory.resolve("m.mlir")));
        assertEquals("the resource 'f' has 3 bytes, which do not hold tensor<2xf32>", failure.getMessage());
    }
}
