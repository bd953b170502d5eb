package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.diagnose.CompileFailure;

/// The elements within `dense<...>` as they are written, before the type behind them says what they are.
final class ElementsLiteral {
    record Element(Token token, boolean negative) {}

    final List<Element> elements = new ArrayList<>();
    /// The extent of each axis; empty for a single element.
    final List<Integer> shape = new ArrayList<>();
    boolean complex;
    /// How many items the list at each open depth has so far.
    private final List<Integer> open = new ArrayList<>();
    /// How deep lists are open where an element stands; -1 before the first.
    private int depth = -1;
    private int deepest;

    void open(LiteralActions parser, Token bracket) {
        item();
        open.add(0);
        deepest = Math.max(deepest, open.size());
        if (depth >= 0 && open.size() > depth) throw uneven(parser, bracket, "an element", "a list");
    }

    /// @param part whether this is one of the two parts of a complex number
    void add(LiteralActions parser, Token token, boolean negative, boolean part) {
        if (elements.isEmpty()) complex = part;
        if (complex != part) throw parser.failureAt(token, "tensor literal is invalid; some elements are complex and some are not");
        if (!complex || elements.size() % 2 == 0) item();
        elements.add(new Element(token, negative));
        depth = open.size();
        if (depth < deepest) throw uneven(parser, token, "a list", "an element");
    }

    private static CompileFailure uneven(LiteralActions parser, Token at, String expected, String got) {
        return parser.failureAt(at, "tensor literal is invalid; ranks are not consistent between elements: expected " + expected + ", but got "
            + got);
    }

    /// Ends the list at the current depth, which must be as long as its sisters.
    void close(LiteralActions parser, Token bracket) {
        int axis = open.size() - 1, count = open.removeLast();
        while (shape.size() <= axis) shape.add(-1);
        int expected = shape.get(axis);
        if (expected >= 0 && expected != count) throw uneven(parser, bracket, expected + " elements", String.valueOf(count));
        shape.set(axis, count);
    }

    private void item() {
        if (!open.isEmpty()) open.set(open.size() - 1, open.getLast() + 1);
    }
}
