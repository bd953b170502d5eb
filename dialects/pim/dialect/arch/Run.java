package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// What the simulator does with a program: `sim_config` of the file, no property of the machine.
public record Run(
    @Key(value = "sim_mode", says = "mode of simulation by pimsim-nn: 0 samples without end, 1 one sample; here --samples and --duration say it",
        max = 1, otherwise = "0") int mode,
    @Key(value = "sim_time", says = "simulated time", unit = "ms", positive = true, max = 1e9, otherwise = "1") double time,
    @Key(value = "report_verbose_level", says = "level of detail of the report", otherwise = "0") int detail) {}
