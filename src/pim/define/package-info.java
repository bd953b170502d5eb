/// One definition of each op, read from its record.
///
/// A dialect is a [pim.define.Dialect] found through [java.util.ServiceLoader]; its ops are the records that one sealed interface permits. On first
/// use
/// [pim.define.OpDefinition] reads a record into [pim.define.Part]s: the Java type of a component says whether it is an operand, a result, an
/// attribute, a region or a successor, and how many there may be. Parser, printer, [pim.define.Verifier], [pim.define.Builder] and the reference
/// pages all work from that; nothing is written twice.
///
/// ```
/// /// Rectified linear unit, element by element: `max(x, 0)`.
/// @Format("$input attr-dict `:` functional-type(operands, $result)")
/// record Relu(@Is(AnyTensor.class) Value input, Type result) implements Graph, Pure {}
/// ```
///
/// A builder takes such a record and makes the operation; [pim.ir.Operation#op()] gives it back. Custom assembly formats are in
/// [pim.define.format]. An op that is defined while the compiler runs, in IRDL for one, is a [pim.define.DynamicOp].
package pim.define;
