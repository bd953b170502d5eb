package pim.tool.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pim.tool.OptionTable.Values;
import pim.tool.OptionTable;

/// A command line taken apart into passes, in their order, and the tool's own options.
///
/// @param own what is left of the tool itself, each option as it is called
record PassArguments(List<Named> passes, List<String> own) {
    /// What a flag may be given, as LLVM's command lines have it.
    private static final Map<String, Boolean> SWITCHES = Map.of("=true", true, "=TRUE", true, "=True", true, "=1", true,
        "=false", false, "=FALSE", false, "=False", false, "=0", false);

    /// `--name=options`: a pass, or an option that there is not.
    record Named(String name, String options) {}

    static PassArguments of(List<String> arguments, OptionTable options) {
        var passes = new ArrayList<Named>();
        var own = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!argument.startsWith("-") || argument.equals("-")) {
                own.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            var written = equals < 0 ? argument : argument.substring(0, equals);
            var name = written.substring(written.startsWith("--") ? 2 : 1);
            var asWritten = options.option(written);
            var option = asWritten != null ? asWritten : options.option("--" + name);
            if (option == null) {
                passes.add(new Named(name, equals < 0 ? "" : argument.substring(equals + 1)));
                continue;
            }
            var called = asWritten != null ? written : "--" + name;
            var value = argument.substring(written.length());
            var values = option.values();
            if (values == Values.NONE && SWITCHES.containsKey(value)) {
                if (SWITCHES.get(value)) own.add(called);
                continue;
            }
            // What may be left out stands behind an equals sign: what comes next is the input.
            own.add(called + (value.isEmpty() && values == Values.OPTIONAL ? "=" + option.fallback() : value));
            // The value of an option may look like an option itself.
            if (equals < 0 && (values == Values.TEXT || values == Values.OTHER) && i + 1 < arguments.size()) own.add(arguments.get(++i));
        }
        return new PassArguments(passes, own);
    }
}
