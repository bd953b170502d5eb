package pim.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import pim.define.format.AssemblyFormat;
import pim.define.format.Directive;

/// The words, but not the punctuation, that the custom form of an op has.
final class Keywords {
    private Keywords() {}

    static List<String> of(AssemblyFormat format) {
        var words = new ArrayList<String>();
        collect(format.directives(), words);
        return words.stream().distinct().toList();
    }

    private static void collect(List<Directive> directives, List<String> words) {
        for (var directive : directives) {
            switch (directive) {
                case Directive.Literal(var text) when Character.isLetter(text.charAt(0)) -> words.add(text);
                case Directive.AttrDict(var keyword) when keyword -> words.add("attributes");
                case Directive.Group(var then, var otherwise, _) -> {
                    collect(then, words);
                    collect(otherwise, words);
                }
                default -> {}
            }
        }
    }
}
