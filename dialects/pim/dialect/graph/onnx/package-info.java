/// ONNX models as programs of the `graph` dialect, and ONNX tensors.
///
/// [OnnxImport][pim.dialect.graph.onnx.OnnxImport] walks the nodes in order. A name of the model stands for a value of the program or for a tensor
/// that is known at import ([Imported][pim.dialect.graph.onnx.Imported]); a [Conversion][pim.dialect.graph.onnx.Conversion] makes one from the inputs
/// of a [Node][pim.dialect.graph.onnx.Node]. Where all inputs are known, operators that only rearrange or select elements, and arithmetic, are done
/// at
/// import, so that the computation of shapes that exporters write out leaves nothing behind. Everything else becomes operations through the
/// [Emitter][pim.dialect.graph.onnx.Emitter].
///
/// A new operator is one `put` in the file of its family: products, windows, elementwise, layouts, selections, normalizations, constants.
package pim.dialect.graph.onnx;
