// RUN: pim-opt %s --pass-pipeline='builtin.module(cse,func.func(cse,canonicalize))' --mlir-timing -o /dev/null 2>&1 | FileCheck %s --check-prefixes=CHECK,TREE
// RUN: pim-opt %s --cse --mlir-disable-threading --mlir-timing --mlir-timing-display=list -o /dev/null 2>&1 | FileCheck %s --check-prefixes=CHECK,LIST
// RUN: pim-opt %s --cse --mlir-timing --mlir-output-format=json -o /dev/null 2>&1 | FileCheck %s --check-prefix=JSON
// RUN: not pim-opt %s --mlir-timing-display=graph 2>&1 | FileCheck %s --check-prefix=WRONG

// CHECK: ... Execution time report ...
// CHECK: Total Execution Time: {{[0-9.]+}} seconds
// TREE: ----User Time----  ----Wall Time----  ----Name----
// LIST: {{^}}  ----Wall Time----  ----Name----
// TREE: {{[0-9.]+}} ({{ *[0-9.]+}}%)  Parser
// TREE: {{%\)  }}CSE
// TREE: {{%\)    }}(A) DominanceInfo
// TREE: {{%\)  }}'func.func' Pipeline
// TREE: {{%\)    }}CSE
// TREE: {{%\)    }}Canonicalizer
// TREE: {{%\)  }}Output
// TREE: {{%\)  }}Rest
// LIST-DAG: {{%\)  }}CSE
// LIST-DAG: {{%\)  }}(A) DominanceInfo
// CHECK: {{%\)  }}Total

// JSON: [
// JSON: {"user": {"duration": {{[0-9.]+}}, "percentage": {{[0-9.]+}}}, "wall": {"duration": {{[0-9.]+}}, "percentage": {{[0-9.]+}}}, "name": "CSE", "passes": [

// WRONG: Invalid value for option '--mlir-timing-display'

func.func @f() { return }
