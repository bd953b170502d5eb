package pim.syntax;

import pim.ir.Operation;
import pim.ir.Resources;

/// What a file says: its top operation, and the resources that stand behind it.
///
/// @param aliases the names that the file gave to types and attributes
public record ParsedModule(Operation top, Resources resources, WrittenAliases aliases) {}
