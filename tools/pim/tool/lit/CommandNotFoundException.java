package pim.tool.lit;

/// A command that is neither a tool of Pimlico nor a program.
final class CommandNotFoundException extends Exception {
    CommandNotFoundException(String command) {
        super("'" + command + "': command not found");
    }
}
