package pim.tool.filecheck;

/// Text as LLVM writes it inside quotes.
final class Escapes {
    private Escapes() {}

    static String escape(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '"' -> escaped.append("\\\"");
                default -> {
                    if (c >= ' ' && c <= '~') escaped.append(c);
                    else escaped.append("\\").append(String.format("%03o", (int) c));
                }
            }
        }
        return escaped.toString();
    }
}
