package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// The elements within `dense<...>` as they are written, before the type behind them says what they are.
final class ElementsLiteral {
    record Element(Token token, boolean negative) {}

    final List<Element> elements = new ArrayList<>();
    /// The extent of each axis; empty for a single element.
    final List<Integer> shape = new ArrayList<>(4);
    boolean complex;
    /// How many items the list at each open depth has so far.
    private final List<Integer> open = new ArrayList<>(4);
    private int deepest;

    void open() {
        item();
        open.add(0);
        deepest = Math.max(deepest, open.size());
    }

    void add(Token token, boolean negative) {
        if (!complex || elements.size() % 2 == 0) item();
        elements.add(new Element(token, negative));
    }

    /// Ends the list at the current depth, which must be as long as its sisters.
    void close(LiteralActions parser, Token bracket) {
        int depth = open.size() - 1, count = open.removeLast();
        while (shape.size() <= depth) shape.add(-1);
        int expected = shape.get(depth);
        if (expected >= 0 && expected != count) {
            throw parser.failureAt(bracket, "tensor literal is invalid; ranks are not consistent between elements: expected " + expected
                + " elements, but got " + count);
        }
        shape.set(depth, count);
    }

    private void item() {
        if (!open.isEmpty()) open.set(open.size() - 1, open.getLast() + 1);
    }
}
