package pim.tool.lit;

import java.util.List;

/// A command that the shell cannot run. It ends the whole test, so that neither `not` nor `||` makes it a success.
final class CommandException extends Exception {
    private final transient List<String> words;

    CommandException(String message) {
        this(List.of(), message);
    }

    private CommandException(List<String> words, String message) {
        super(message);
        this.words = words;
    }

    /// The same about the command `words`.
    CommandException of(List<String> words) {
        return new CommandException(words, getMessage());
    }

    List<String> words() {
        return words;
    }

    static CommandException notFound(String command) {
        return new CommandException("'" + command + "': command not found");
    }
}
