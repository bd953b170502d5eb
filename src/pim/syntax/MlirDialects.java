package pim.syntax;

import java.util.Set;

/// The dialects that mlir-opt 22 knows. It looks for what deserves an alias in the bodies of their types and attributes and in the properties of
/// their operations, and not in those of others.
public final class MlirDialects {
    private static final Set<String> NAMES = Set.of("acc", "affine", "amdgpu", "amx", "arith", "arm_neon", "arm_sme", "arm_sve", "async",
        "bufferization", "builtin", "cf", "complex", "dlti", "emitc", "func", "gpu", "index", "irdl", "linalg", "llvm", "math", "memref",
            "ml_program",
        "mpi", "nvgpu", "nvvm", "omp", "pdl", "pdl_interp", "ptr", "quant", "rocdl", "scf", "shape", "shard", "smt", "sparse_tensor", "spirv",
        "tensor", "test", "test_dyn", "tosa", "transform", "ub", "vector", "wasmssa", "x86vector", "xegpu", "xevm");

    private MlirDialects() {}

    public static boolean contains(String dialect) {
        return NAMES.contains(dialect);
    }
}
