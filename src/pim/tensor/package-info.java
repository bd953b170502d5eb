/// Tensors in primitive arrays, the files they come in (`.npy`, safetensors) and the product of matrices that the interpreters share.
package pim.tensor;
