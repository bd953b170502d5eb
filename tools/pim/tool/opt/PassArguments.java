package pim.tool.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// A command line taken apart into passes, in their order, and the tool's own options.
///
/// @param own what is left for picocli, each option with two dashes
record PassArguments(List<Named> passes, List<String> own) {
    /// What a flag may be given, as LLVM's command lines have it.
    private static final Map<String, Boolean> SWITCHES = Map.of("=true", true, "=TRUE", true, "=True", true, "=1", true,
        "=false", false, "=FALSE", false, "=False", false, "=0", false);

    /// `--name=options`: a pass, or an option that there is not.
    record Named(String name, String options) {}

    static PassArguments of(List<String> arguments, CommandLine command) {
        var options = command.getCommandSpec().optionsMap();
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
            var name = written.replaceFirst("^--?", "");
            var option = options.containsKey(written) ? written : "--" + name;
            var spec = options.get(option);
            if (spec == null) {
                passes.add(new Named(name, equals < 0 ? "" : argument.substring(equals + 1)));
                continue;
            }
            var value = argument.substring(written.length());
            if (spec.arity().max() == 0 && SWITCHES.containsKey(value)) {
                if (SWITCHES.get(value)) own.add(option);
                continue;
            }
            // What may be left out stands behind an equals sign: what comes next is the input.
            own.add(option + (value.isEmpty() && spec.arity().min() == 0 && spec.arity().max() > 0 ? "=" + spec.fallbackValue() : value));
            // The value of an option may look like an option itself.
            if (equals < 0 && spec.arity().min() > 0 && i + 1 < arguments.size()) own.add(arguments.get(++i));
        }
        return new PassArguments(passes, own);
    }
}
