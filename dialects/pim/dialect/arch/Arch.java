package pim.dialect.arch;

import pim.define.Namespace;
import pim.ir.Op;

/// The accelerator description, which a module carries as the attribute [Accelerator#ATTRIBUTE]. The dialect has no operations.
@Namespace("arch")
public interface Arch extends Op {}
