package pim.dialect.isa.format;

import pim.dialect.isa.Opcode;

/// The opcodes by their mnemonics as they stand in a buffer of characters, found without a string.
final class Mnemonics {
    /// A power of two, several times as many places as there are opcodes.
    private final Opcode[] table = new Opcode[128];

    Mnemonics() {
        for (var opcode : Opcode.values()) {
            var text = opcode.mnemonic().toCharArray();
            int at = place(text, 0, text.length);
            while (table[at] != null) at = at + 1 & table.length - 1;
            table[at] = opcode;
        }
    }

    /// The instruction of the mnemonic; null when there is none.
    Opcode find(char[] text, int start, int length) {
        int at = place(text, start, length);
        for (; table[at] != null; at = at + 1 & table.length - 1) if (equals(table[at].mnemonic(), text, start, length)) return table[at];
        return null;
    }

    private int place(char[] text, int start, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) hash = 31 * hash + text[start + i];
        return (hash ^ hash >>> 7) & table.length - 1;
    }

    private static boolean equals(String mnemonic, char[] text, int start, int length) {
        if (mnemonic.length() != length) return false;
        for (int i = 0; i < length; i++) if (mnemonic.charAt(i) != text[start + i]) return false;
        return true;
    }
}
