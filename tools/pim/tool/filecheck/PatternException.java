package pim.tool.filecheck;

/// A pattern or a variable definition that cannot be read or used, and where.
final class PatternException extends Exception {
    private final transient Slice where;

    private final int status;

    PatternException(Slice where, String message) {
        this(where, message, 2);
    }

    /// @param status the exit status when a check file holds the pattern
    PatternException(Slice where, String message, int status) {
        super(message);
        this.where = where;
        this.status = status;
    }

    int status() {
        return status;
    }

    Slice where() {
        return where;
    }
}
