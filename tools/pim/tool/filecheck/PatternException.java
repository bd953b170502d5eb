package pim.tool.filecheck;

/// A pattern or a variable definition that cannot be read or used, and where.
final class PatternException extends Exception {
    private final transient Slice where;

    PatternException(Slice where, String message) {
        super(message);
        this.where = where;
    }

    Slice where() {
        return where;
    }
}
