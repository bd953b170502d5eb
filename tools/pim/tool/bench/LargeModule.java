package pim.tool.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/// A module in generic form as a compiler of networks prints it: functions of 1000 operations, each with operands, attributes and tensor types.
public final class LargeModule {
    private static final String TENSOR = "tensor<1x64x56x56xf32>";

    private LargeModule() {}

    /// @param operations about how many; a multiple of 1000 exactly
    public static void write(OutputStream stream, int operations) throws IOException {
        var random = new Random(1);
        try (var out = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
            out.write("\"builtin.module\"() ({\n");
            for (int function = 0; function < operations / 1000; function++) {
                out.write("  \"func.func\"() <{function_type = (" + TENSOR + ") -> " + TENSOR + ", sym_name = \"f" + function
                    + "\"}> ({\n  ^bb0(%arg0: " + TENSOR + "):\n");
                for (int i = 0; i < 998; i++) {
                    var first = i == 0 ? "%arg0" : "%" + (i - 1);
                    var second = i == 0 ? "%arg0" : "%" + random.nextInt(i);
                    out.write("    %" + i + " = \"net.conv\"(" + first + ", " + second + ") {groups = 1 : i64, layer = \"stage" + i % 5 + ".conv" + i
                        + "\", pads = [1, 1, 1, 1], scale = " + String.format(Locale.ROOT, "%e", random.nextFloat())
                            + " : f32, strides = array<i64: 2, 2>} : (" + TENSOR + ", " + TENSOR + ") -> " + TENSOR + "\n");
                }
                out.write("    \"func.return\"(%997) : (" + TENSOR + ") -> ()\n  }) : () -> ()\n");
            }
            out.write("}) : () -> ()\n");
        }
    }
}
