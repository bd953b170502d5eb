package pim.dialect.arch;

import java.nio.file.Path;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Gives the module the accelerator that it is compiled for, in place of one that it may have.
///
/// @param arch a preset or a JSON file, a relative path starting from the working directory
public record ArchAttach(String arch) implements Pass {
    public ArchAttach() {
        this("");
    }

    @Override public String summary() {
        return "Give the module the accelerator that it is compiled for";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public void run(Operation root, PassContext context) {
        if (arch.isEmpty()) {
            throw context.diagnostics().failure(root.location(), "arch-attach needs the option arch, a preset ("
                + String.join(", ", Accelerator.presets()) + ") or a JSON file");
        }
        root.setAttribute(Accelerator.ATTRIBUTE, Accelerator.load(arch, Path.of(""), context.diagnostics()).withoutSources().toAttribute());
    }
}
