package pim.ir;

/// What a record may implement, beside its dialect's interface, to promise something about every operation of its kind.
public final class Traits {
    private Traits() {}

    /// No effect on anything: unused results make it dead, equal operands make it equal.
    public interface Pure {}

    /// Ends a block.
    public interface Terminator {}

    /// Its regions use no value from outside.
    public interface IsolatedFromAbove {}

    /// Its region's blocks need no terminator.
    public interface NoTerminator {}

    /// Each of its regions has at most one block.
    public interface SingleBlock {}

    /// In its regions an operation may use a value that is defined further down.
    public interface GraphRegion {}

    /// The names of the symbols in its region are its own.
    public interface SymbolTable {}

    /// Its property `sym_name`, where it has one, names it within the nearest symbol table; see [Symbols].
    public interface Symbol {}

    /// Ends a [Callable] and gives its results: they are its operands.
    public interface ReturnLike extends Terminator {}

    /// The order of its two operands does not matter.
    public interface Commutative {}

    /// In its region the ops of its own dialect are written without their namespace.
    public interface DefaultDialect {}

    /// Its result is a constant of the program.
    public interface ConstantLike {}

    /// All operands and results are of one type, which need be written once.
    public interface SameType {}
}
