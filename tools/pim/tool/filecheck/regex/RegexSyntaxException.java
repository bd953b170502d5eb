package pim.tool.filecheck.regex;

/// A regular expression that cannot be read; the message is worded as LLVM's regex library words it.
public final class RegexSyntaxException extends Exception {
    RegexSyntaxException(String message) {
        super(message);
    }
}
