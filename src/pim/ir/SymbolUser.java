package pim.ir;

import java.util.function.Function;
import pim.ir.attr.SymbolRefAttr;

/// An op that is only right if the symbols that it names are what it takes them for.
public interface SymbolUser {
    /// @param symbols what a reference means in the symbol table around the op; null when it is not there
    /// @return what is wrong, as it reads behind `'name' op`, or null
    String verifySymbols(Function<SymbolRefAttr, Operation> symbols);
}
