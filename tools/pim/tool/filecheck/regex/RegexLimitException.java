package pim.tool.filecheck.regex;

/// An expression or a search beyond a bound of this engine.
public final class RegexLimitException extends RegexSyntaxException {
    RegexLimitException(String message) {
        super(message);
    }
}
