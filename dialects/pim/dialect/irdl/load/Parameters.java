package pim.dialect.irdl.load;

import java.util.ArrayList;
import java.util.List;
import pim.define.Reader;
import pim.dialect.irdl.Belonging;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;

/// The parameters that a definition demands of a type or attribute.
record Parameters(Conditions conditions, List<Value> variables) {
    static Parameters of(Operation definition) {
        List<Value> variables = List.of();
        for (var op : definition.region(0).entry()) if (op.op() instanceof Belonging.Parameters(var args, _)) variables = args;
        return new Parameters(Conditions.of(definition), variables);
    }

    /// Reads `<parameter, ...>`, which is not written when there are none.
    ///
    /// @throws IllegalArgumentException when they do not fulfil the conditions
    List<Attribute> read(Reader reader) {
        var given = new ArrayList<Attribute>();
        if (reader.tryLiteral("<") && !reader.tryLiteral(">")) {
            do given.add(reader.attribute());
            while (reader.tryLiteral(","));
            reader.literal(">");
        }
        if (given.size() != variables.size()) {
            throw new IllegalArgumentException("expected " + variables.size() + " type arguments, but had " + given.size());
        }
        var comparison = conditions.compare();
        for (int i = 0; i < given.size(); i++) {
            var wrong = comparison.wrong(given.get(i), variables.get(i));
            if (wrong != null) throw new IllegalArgumentException(wrong);
        }
        return List.copyOf(given);
    }
}
