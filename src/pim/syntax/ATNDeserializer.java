package pim.syntax;

import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNType;

/// Stands before ANTLR's class of this name for what is generated into this package. The parser decides everything by one token and a switch; its
/// automaton only tells what was expected where a text is wrong, and to make it takes longer than to read a small file. So it is made when
/// [#ofParser] is asked for it, and what the parser itself holds is empty.
final class ATNDeserializer {
    /// Where the type of an automaton stands.
    private static final int TYPE = 1;

    ATN deserialize(char[] serialized) {
        return serialized[TYPE] == ATNType.PARSER.ordinal() ? new ATN(ATNType.PARSER, 0) : read(serialized);
    }

    static ATN ofParser() {
        return Parser.AUTOMATON;
    }

    private static final class Parser {
        static final ATN AUTOMATON = read(PimParser._serializedATN.toCharArray());
    }

    private static ATN read(char[] serialized) {
        return new org.antlr.v4.runtime.atn.ATNDeserializer().deserialize(serialized);
    }
}
