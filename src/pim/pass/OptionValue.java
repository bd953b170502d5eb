package pim.pass;

/// Reads the value of an option, or one of several.
record OptionValue(PipelineCursor in) {
    private static final String OPEN = "([{", CLOSE = ")]}";

    /// The value that begins here.
    ///
    /// @param inList whether a comma ends it
    String read(boolean inList) {
        char first = in.peek();
        if (first == '"' || first == '\'') return quoted();
        if (first == '{') {
            var text = new StringBuilder();
            bracketed(text);
            return text.substring(1, text.length() - 1).strip();
        }
        var text = new StringBuilder();
        while (!in.atEnd() && !Character.isWhitespace(in.peek()) && in.peek() != '}' && !(inList && in.peek() == ',')) {
            if (OPEN.indexOf(in.peek()) >= 0) bracketed(text);
            else text.append(in.next());
        }
        return text.toString();
    }

    private String quoted() {
        var text = new StringBuilder();
        int start = in.position();
        char quote = in.next();
        while (!in.tryTake(quote)) {
            in.tryTake('\\');
            if (in.atEnd()) throw in.failure(start, "the quote is not closed");
            text.append(in.next());
        }
        return text.toString();
    }

    /// Adds all from the bracket that opens here to the one that closes it.
    private void bracketed(StringBuilder text) {
        int start = in.position();
        var closers = new StringBuilder();
        do {
            if (in.atEnd()) {
                char wanted = closers.charAt(0);
                throw in.failure(start, "expected '" + wanted + "' to match this '" + OPEN.charAt(CLOSE.indexOf(wanted)) + "'");
            }
            char c = in.peek();
            if (c == '"' || c == '\'') {
                asItStands(text);
                continue;
            }
            in.next();
            text.append(c);
            if (OPEN.indexOf(c) >= 0) closers.append(CLOSE.charAt(OPEN.indexOf(c)));
            else if (c == closers.charAt(closers.length() - 1)) closers.setLength(closers.length() - 1);
        } while (!closers.isEmpty());
    }

    /// Adds what is in quotes, with them.
    private void asItStands(StringBuilder text) {
        int start = in.position();
        quoted();
        text.append(in.since(start));
    }
}
