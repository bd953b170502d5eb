package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.define.format.OpReader.Unresolved;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Region;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.FunctionType;
import pim.ir.type.Type;

/// The parts of an operation that have been read so far.
final class OperationState {
    OpKind kind;
    Token name;
    final List<Unresolved> operands = new ArrayList<>(4);
    List<Type> operandTypes = List.of();
    List<Type> resultTypes = List.of();
    DictionaryAttr properties = DictionaryAttr.EMPTY;
    DictionaryAttr attributes = DictionaryAttr.EMPTY;
    final List<Block> successors = new ArrayList<>(0);
    final List<Region> regions = new ArrayList<>(1);
    Location location;

    /// Set by the rule for the generic form before the regions are read, since it decides how they see names.
    void begin(Token name, ResultNames results) {
        this.name = name;
        this.kind = results.kinds.apply(name);
    }

    void type(FunctionType type) {
        operandTypes = type.inputs();
        resultTypes = type.results();
    }
}
