package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import pim.define.format.OpReader.Unresolved;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Region;
import pim.ir.attr.Attribute;
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
    /// What stands in the `<...>` of an operation that is not registered; null for nothing.
    Attribute foreignProperties;
    DictionaryAttr attributes = DictionaryAttr.EMPTY;
    final List<Block> successors = new ArrayList<>(0);
    final List<Region> regions = new ArrayList<>(1);
    Location location;
    /// The names of the entry block's arguments, when the custom form reads them before the region.
    Map<String, Token> entryArguments = Map.of();

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
