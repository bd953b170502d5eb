package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import pim.ir.OpKind;

/// `%a, %b:2 =`: the names to the left of an operation, and how many results each stands for.
final class ResultNames {
    record Name(Token token, int count) {}

    final List<Name> names = new ArrayList<>(1);
    Token start;
    final Function<Token, OpKind> kinds;

    ResultNames(Function<Token, OpKind> kinds) {
        this.kinds = kinds;
    }

    void add(Token name, int count) {
        names.add(new Name(name, count));
    }

    long total() {
        long total = 0;
        for (var name : names) total += name.count;
        return total;
    }
}
