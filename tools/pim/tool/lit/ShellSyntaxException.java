package pim.tool.lit;

/// A command line that the shell of lit tests cannot read.
final class ShellSyntaxException extends Exception {
    ShellSyntaxException(String message) {
        super(message);
    }
}
