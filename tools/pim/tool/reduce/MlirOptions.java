package pim.tool.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The options of mlir-reduce, which are those of its two passes: `--reduction-tree='traversal-mode=0 test=SCRIPT test-arg=ARG'` and
/// `--opt-reduction-pass='opt-pass=PASSES test=SCRIPT'`.
final class MlirOptions {
    private static final Pattern PASS = Pattern.compile("--?(reduction-tree|opt-reduction-pass)=(.*)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("\\s*([\\w-]+)=(\"[^\"]*\"|'[^']*'|\\S*)\\s*");
    private static final Set<String> OWN = Set.of("test", "test-arg", "opt-pass");

    private MlirOptions() {}

    /// The arguments with our options in the place of mlir-reduce's.
    ///
    /// @throws IllegalArgumentException when an option of a pass is none
    static List<String> replaced(List<String> arguments) {
        var own = new ArrayList<String>();
        for (var argument : arguments) {
            var pass = PASS.matcher(argument);
            if (pass.matches()) add(pass.group(1), pass.group(2), own);
            else own.add(argument);
        }
        return own;
    }

    private static void add(String pass, String options, List<String> own) {
        var option = OPTION.matcher(options);
        int at = 0;
        while (at < options.length()) {
            if (!option.find(at) || option.start() != at) throw new IllegalArgumentException("--" + pass + ": expected NAME=VALUE, got '"
                + options.substring(at).strip() + "'");
            at = option.end();
            var value = option.group(2).replaceFirst("^([\"'])(.*)\\1$", "$2");
            if (OWN.contains(option.group(1))) own.add("--" + option.group(1) + "=" + value);
            // The one mode that mlir-reduce has.
            else if (!option.group(1).equals("traversal-mode")) throw new IllegalArgumentException("--" + pass + ": there is no option '"
                + option.group(1) + "'");
            else if (!value.equals("0")) throw new IllegalArgumentException("--" + pass + ": expected traversal-mode=0, got '" + value + "'");
        }
    }
}
