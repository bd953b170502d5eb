package pim.pass;

import pim.define.Registry;
import pim.diagnose.Diagnostics;
import pim.ir.Resources;

/// What a pass has beside the program it changes.
///
/// @param resources the bytes behind the `dense_resource` attributes of the program
public record PassContext(Registry registry, Diagnostics diagnostics, Resources resources) {}
