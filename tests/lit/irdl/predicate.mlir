// RUN: not pim-opt --irdl-file=%s 2>&1 < /dev/null | FileCheck %s
irdl.dialect @d {
  irdl.operation @o {
    // CHECK: predicate.mlir:[[#@LINE+1]]:10: error: 'irdl.c_pred' op is a predicate in C++, which cannot be evaluated; a dialect with one cannot be loaded
    %0 = irdl.c_pred "::llvm::isa<::mlir::IntegerType>($_self)"
    irdl.operands(a: %0)
  }
}
