package pim.tool.zoo;

/// A square sliding window: its side, the step between windows and the padding on each border, all in pixels.
record Window(int kernel, int stride, int pad) {
    /// A window of step one without padding.
    static Window of(int kernel) {
        return new Window(kernel, 1, 0);
    }

    Window stride(int stride) {
        return new Window(kernel, stride, pad);
    }

    /// Padded so that a step of one keeps the feature map's size.
    Window same() {
        return new Window(kernel, stride, kernel / 2);
    }

    int outputs(int inputs) {
        return (inputs + 2 * pad - kernel) / stride + 1;
    }
}
