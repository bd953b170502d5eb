package pim.tool.lit;

import java.util.List;

/// A command line as a tree.
sealed interface Script {
    /// Two scripts with `;`, `&&` or `||` between them.
    record Chain(Script left, String operator, Script right) implements Script {}

    /// Commands whose outputs are the next one's input; its status is that of the last command that failed.
    record Pipeline(List<Command> commands) implements Script {}

    /// @param pipesErrors whether the standard error joins the pipe, for `|&`
    record Command(List<Word> words, List<Redirection> redirections, boolean pipesErrors) {}

    /// @param isGlob whether it holds an unquoted `*` or `?`
    record Word(String text, boolean isGlob) {}

    /// What becomes of one of a command's standard streams.
    sealed interface Redirection {
        record Input(Word file) implements Redirection {}

        /// @param stream 1, 2, or 0 for both
        record Output(int stream, boolean appends, Word file) implements Redirection {}

        /// One that the shell does not know, which is an error only when it comes to it.
        record Unsupported(String text) implements Redirection {}

        /// `2>&1` and `1>&2`: `stream` goes where `other` goes by then.
        record Duplicate(int stream, int other) implements Redirection {}
    }
}
