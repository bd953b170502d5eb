package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// The crossbars of a core with what surrounds them (the PIMFU of PIMCOMP).
public record MatrixUnit(
    @Key(value = "xbar_array_count", says = "number of crossbars in a core", unit = "arrays", min = 1, max = 1 << 24) int arrays,
    @Key(value = "/pimlico.arrays_are", says = "meaning of xbar_array_count", otherwise = "logical") ArrayCount arraysAre,
    @Key(value = "/pimlico.granularity", says = "number of crossbars that can only be driven together", unit = "arrays", min = 1,
        otherwise = "1") int granularity,
    @Key(value = "/pimlico.weight_bits", says = "width of a weight where the program does not say it", unit = "bits", min = 1, max = 32,
        otherwise = "16") int weightBits,
    @Key(value = "/pimlico.signed_weights", says = "way of holding signed weights", otherwise = "offset") SignedWeights signedWeights,
    @Key(value = "period", says = "clock period of the matrix unit", unit = "ns", positive = true, otherwise = "0.78125") double period,
    @Key(value = "pipeline_mode", says = "overlap of analog multiplication and conversion", otherwise = "true") boolean pipelined,
    @Key("") Crossbar crossbar,
    @Key("dac_") Converter dac,
    @Key("adc_") Converter adc,
    @Key(value = "/pimlico.adc_clips", says = "loss of column sums beyond the range of the ADC; otherwise sums are exact",
        otherwise = "false") boolean adcClips,
    @Key("sample_hold_") Stage sampleHold,
    @Key("shift_adder_") Stage shiftAdder,
    @Key("input_buffer_") Power inputBuffer,
    @Key("output_buffer_") Stage outputBuffer) {

    /// This unit with an ADC that clips or does not.
    public MatrixUnit withAdcClips(boolean clips) {
        return new MatrixUnit(arrays, arraysAre, granularity, weightBits, signedWeights, period, pipelined, crossbar, dac, adc, clips, sampleHold,
            shiftAdder, inputBuffer, outputBuffer);
    }

    /// Physical columns that one weight of `bits` takes: `ceil(bits / cell bits)` slices (PIMCOMP, TCAD 2024, section II), each in as many columns as
    /// its sign needs.
    public int columnsPerWeight(int bits) {
        return Math.ceilDiv(bits, crossbar.cellBits()) * signedWeights.columnsPerSlice();
    }

    /// Arrays of `rows x columns` whole weights of `bits` that the unit holds: the arrays it has where they are counted as logical ones, else
    /// `floor(arrays / columnsPerWeight(bits))`.
    public int logicalArrays(int bits) {
        return arraysAre == ArrayCount.LOGICAL ? arrays : arrays / columnsPerWeight(bits);
    }

    /// What the crossbars of one core store, in bits: of logical arrays the weights, of physical ones the cells.
    public long capacityBits() {
        return arrays * crossbar.cells() * (arraysAre == ArrayCount.LOGICAL ? weightBits : crossbar.cellBits());
    }

    /// What a column adds up at most at a time: every driven row with the largest digit of an input and a full cell.
    public double largestColumnSum() {
        return crossbar.rowsAtOnce() * (Math.pow(2, crossbar.cellBits()) - 1) * (Math.pow(2, dac.bits()) - 1);
    }

    /// The least time between two multiplications by the arrays, in ns: for each digit of the input the longer one of the analog multiplication and
    /// the conversions of all columns, which overlap.
    public double interval(int inputBits) {
        double conversions = Math.ceilDiv(crossbar.columns(), adc.count()) * adc.stage().latency() * period;
        return Math.ceilDiv(inputBits, dac.bits()) * (pipelined ? Math.max(crossbar.latency(), conversions) : crossbar.latency() + conversions);
    }

    /// Power drawn when every crossbar multiplies and every peripheral works, in mW.
    public double peakPower() {
        double converters = dac.count() * dac.stage().power().peak() + adc.count() * adc.stage().power().peak();
        double stages = crossbar.columns() * sampleHold.power().peak() + shiftAdder.power().peak() + inputBuffer.peak() + outputBuffer.power().peak();
        return arrays * (crossbar.readPower() + converters + stages);
    }
}
