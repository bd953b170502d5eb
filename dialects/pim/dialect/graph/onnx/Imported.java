package pim.dialect.graph.onnx;

import pim.ir.Value;
import pim.ir.type.RankedTensorType;
import pim.tensor.Tensor;

/// What a name of the ONNX graph stands for during import.
sealed interface Imported {
    int[] shape();

    default int rank() {
        return shape().length;
    }

    /// Known at import: a weight, a constant, or the outcome of shape arithmetic. It enters the module only where an operator needs it as an operand.
    ///
    /// @param name the resource that holds it, should it enter the module
    record Known(String name, Tensor tensor) implements Imported {
        @Override public int[] shape() {
            return tensor.shape();
        }
    }

    /// Computed when the network runs. Its type is a ranked tensor of static shape.
    record Computed(Value value) implements Imported {
        @Override public int[] shape() {
            return ((RankedTensorType) value.type()).shape().toInts();
        }
    }
}
