package pim.tool.lit;

/// A command that the shell cannot run. It ends the whole test, so that neither `not` nor `||` makes it a success.
final class CommandException extends Exception {
    CommandException(String message) {
        super(message);
    }

    static CommandException notFound(String command) {
        return new CommandException("'" + command + "': command not found");
    }
}
