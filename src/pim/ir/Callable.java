package pim.ir;

import java.util.BitSet;

/// A symbol with a region that a [Call] runs. It ends in a [Traits.ReturnLike]; one without blocks is declared only.
public interface Callable extends Traits.Symbol {
    Region body();

    /// Takes arguments and results out of the signature of `self`, the operation that says this. The region stays as it is.
    void narrow(Operation self, BitSet arguments, BitSet results);
}
