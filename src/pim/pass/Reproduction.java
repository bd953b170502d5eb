package pim.pass;

import java.util.LinkedHashMap;
import pim.ir.AsmWriter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.syntax.StringLiteral;

/// What has to be run on a program to see a failure again. It stands among the program's resources, as MLIR writes it:
/// ```
/// {-# external_resources: { mlir_reproducer: { pipeline: "builtin.module(cse)", disable_threading: true, verify_each: true } } #-}
/// ```
///
/// @param pipeline the text of a [Pipeline]
public record Reproduction(String pipeline, boolean disableThreading, boolean verifyEach) {
    private static final String TOOL = "mlir_reproducer", PIPELINE = "pipeline", DISABLE_THREADING = "disable_threading", VERIFY_EACH = "verify_each";

    /// Takes it out of `resources`; null when there is none.
    public static Reproduction take(Resources resources) {
        var values = resources.removeExternal(TOOL);
        var pipeline = values == null ? null : values.get(PIPELINE);
        if (pipeline == null || !pipeline.startsWith("\"")) return null;
        boolean disableThreading = "true".equals(values.get(DISABLE_THREADING)), verifyEach = "true".equals(values.get(VERIFY_EACH));
        return new Reproduction(StringLiteral.unquote(pipeline), disableThreading, verifyEach);
    }

    /// The text of `op` with this among its resources.
    public String text(Operation op, Resources resources) {
        var values = new LinkedHashMap<String, String>();
        values.put(PIPELINE, AsmWriter.text(out -> out.quoted(pipeline)));
        values.put(DISABLE_THREADING, String.valueOf(disableThreading));
        values.put(VERIFY_EACH, String.valueOf(verifyEach));
        return ModulePrinter.print(op, resources.withExternal(TOOL, values), PrintOptions.CUSTOM);
    }
}
