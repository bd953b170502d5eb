package pim.ir;

import java.util.List;
import pim.ir.attr.Attribute;

/// A terminator that hands control, and values, to one of its successors.
public interface Branch extends Traits.Terminator {
    /// What the arguments of the successor get. Among the operands these stand behind all others, in the order of the successors.
    List<Value> passed(int successor);

    /// The same branch, but that the arguments of the successor get other values.
    Op passing(int successor, List<Value> values);

    /// The index of the successor that control goes to when the operands are these constants (null: not known); -1 when that is not known.
    int taken(List<Attribute> operands);
}
