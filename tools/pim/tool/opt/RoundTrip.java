package pim.tool.opt;

import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.syntax.PrintOptions;

/// Writes a module as text, with its locations, and reads that again.
record RoundTrip(Registry registry, boolean allowUnregistered, boolean implicitModule) {
    private static final PrintOptions COMPARED = PrintOptions.GENERIC.with(PrintOptions.Flag.LOCATIONS);

    /// Whether the module that is read is what was written, in both forms; if not, that has been reported.
    ///
    /// @param path where the module is from
    boolean verify(ParsedModule module, String path, Diagnostics diagnostics) {
        for (var form : new PrintOptions[] {PrintOptions.CUSTOM.with(PrintOptions.Flag.LOCATIONS), COMPARED}) {
            var text = print(module, form);
            try {
                var again = ModuleReader.read(new SourceText(path, text), registry, diagnostics, allowUnregistered, null, implicitModule);
                if (print(again, COMPARED).equals(print(module, COMPARED))) continue;
                diagnostics.error(module.top().location(), "the module is not what is read from its own text in "
                    + (form.has(PrintOptions.Flag.GENERIC) ? "generic" : "custom") + " form");
            } catch (CompileFailure e) {
                diagnostics.error(module.top().location(), "the module's own text in " + (form.has(PrintOptions.Flag.GENERIC) ? "generic" : "custom")
                    + " form cannot be read");
            }
            return false;
        }
        return true;
    }

    private static String print(ParsedModule module, PrintOptions form) {
        var text = new StringBuilder();
        ModulePrinter.print(module, form, text::append);
        return text.toString();
    }
}
