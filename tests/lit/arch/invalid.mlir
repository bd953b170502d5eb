// RUN: pim-opt %s --verify-diagnostics --split-input-file

// expected-error@+1 {{'builtin.module' op attribute 'arch.accelerator': a description expects an object, got 3}}
module attributes {arch.accelerator = 3} {
}

// -----

// expected-error-re@+1 {{'builtin.module' op attribute 'arch.accelerator': missing key 'chip_config': {{.*}}}}
module attributes {arch.accelerator = {}} {
}

// -----

// expected-error@+1 {{'func.func' op has the attribute 'arch.accelerator', which only a module can have}}
func.func private @f() attributes {arch.accelerator = {}}

// -----

// expected-error@+2 {{'builtin.module' op attribute 'arch.accelerator': unknown key 'chip_config.core_cmt'; did you mean 'core_cnt'?}}
// expected-error@+1 {{'builtin.module' op attribute 'arch.accelerator': 'chip_config.core_config.matrix_config.xbar_array_count' expects an integer}}
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_cmt = 2, core_config = {
        matrix_config = {xbar_array_count = -2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
}
