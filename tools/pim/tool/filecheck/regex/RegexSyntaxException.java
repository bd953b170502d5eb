package pim.tool.filecheck.regex;

/// A regular expression that cannot be read; the message is worded as LLVM's regex library words it.
public sealed class RegexSyntaxException extends Exception permits RegexLimitException {
    RegexSyntaxException(String message) {
        super(message);
    }
}
