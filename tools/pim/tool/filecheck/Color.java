package pim.tool.filecheck;

/// The colours of messages on a terminal, as ECMA-48 codes them.
enum Color {
    BOLD("1"), GRAY("0;1;30"), RED("0;1;31"), GREEN("0;1;32"), BLUE("0;1;34"), MAGENTA("0;1;35"), CYAN("0;1;36"), ON_CYAN("0;1;46");

    static final String END = "\u001b[0m";
    final String begin;

    Color(String code) {
        begin = "\u001b[" + code + "m";
    }
}
