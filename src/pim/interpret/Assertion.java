package pim.interpret;

import java.util.List;
import pim.ir.attr.Attribute;

/// An op without results that a program may fail at.
public interface Assertion {
    /// Why the program ends here when the operands are these constants; null when it goes on.
    String failure(List<Attribute> operands);
}
