/// Custom assembly formats, read from the text of [pim.define.Format]: the useful part of MLIR's declarative format.
///
/// | element | meaning |
/// | --- | --- |
/// | `` `literal` `` | punctuation or a keyword; `` ` ` `` is a space, `` `` `` none, `` `\n` `` a new line |
/// | `$name` | the operand, attribute, region or successor of that component |
/// | `type($name)`, `type(operands)`, `type(results)` | the types of an operand or of the results; `$result` is the result of an op that infers it |
/// | `functional-type(operands, results)` | `(a, b) -> c` |
/// | `operands`, `regions`, `successors` | all of them |
/// | `attr-dict`, `attr-dict-with-keyword`, `prop-dict` | the attributes that nothing else in the format shows |
/// | `custom<Name>($a, ...)` | a part that the op's dialect reads and writes itself, see [pim.define.format.CustomPart] |
/// | `(... $name^ ...)?`, `(...):(...)?` | written only where the anchor is there |
package pim.define.format;
