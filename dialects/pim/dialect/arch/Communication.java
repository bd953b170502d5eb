package pim.dialect.arch;

/// How cores exchange data.
public enum Communication {
    /// A `send` blocks until its `recv` takes the data.
    SYNCHRONOUS,
    /// A `send` writes into the memory of the receiver, which has no instruction for it.
    ASYNCHRONOUS
}
