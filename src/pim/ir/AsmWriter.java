package pim.ir;

import java.math.BigInteger;
import java.util.function.Consumer;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// Where types and attributes write their textual form. A printer of whole modules overrides how they are named (aliases) or shortened.
public class AsmWriter {
    /// From how many elements on MLIR writes the digits of their bytes, unless it is told otherwise, and the number that says never.
    public static final long HEX_IF_LARGER = 100, NEVER_HEX = -1;

    /// What stands in place of elements that are left out.
    public static final String ELIDED = "dense_resource<__elided__>";

    protected final StringBuilder text;

    public AsmWriter(StringBuilder text) {
        this.text = text;
    }

    public AsmWriter append(String s) {
        text.append(s);
        return this;
    }

    public AsmWriter append(long value) {
        text.append(value);
        return this;
    }

    public AsmWriter append(BigInteger value) {
        return value.bitLength() < 64 ? append(value.longValue()) : append(value.toString());
    }

    public AsmWriter type(Type type) {
        type.print(this);
        return this;
    }

    public AsmWriter attribute(Attribute attribute) {
        attribute.print(this);
        return this;
    }

    /// Writes the alias of the attribute and says true, where it has one.
    public boolean alias(Attribute attribute) {
        return false;
    }

    /// Whether so many elements are too many to be written.
    public boolean elides(double count) {
        return false;
    }

    /// Elements of more than so many are written as the digits of their bytes.
    public long hexIfLarger() {
        return HEX_IF_LARGER;
    }

    /// Writes the number of a distinct attribute.
    public AsmWriter distinctNumber(long id) {
        return append(id);
    }

    /// Forgets what was written.
    public final void clear() {
        text.setLength(0);
    }

    /// The items with `, ` between them.
    public <T> AsmWriter list(Iterable<? extends T> items, Consumer<? super T> each) {
        boolean first = true;
        for (var item : items) {
            if (!first) text.append(", ");
            first = false;
            each.accept(item);
        }
        return this;
    }

    /// `s` in quotes, with what is not printable ASCII as `\XX`.
    public AsmWriter quoted(String s) {
        text.append('"');
        if (isBareIdentifier(s)) {
            text.append(s).append('"');
            return this;
        }
        for (byte b : ByteText.encode(s)) {
            char c = (char) (b & 0xff);
            if (c == '"') text.append("\\22");
            else if (c == '\\') text.append("\\\\");
            else if (c >= 0x20 && c < 0x7f) text.append(c);
            else text.append('\\').append(Character.toUpperCase(Character.forDigit(c >> 4,
                16))).append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
        }
        text.append('"');
        return this;
    }

    /// `name` as it is where it is a bare identifier, else in quotes.
    public AsmWriter keywordOrQuoted(String name) {
        return isBareIdentifier(name) ? append(name) : quoted(name);
    }

    public static boolean isBareIdentifier(String name) {
        if (name.isEmpty() || !(isLetter(name.charAt(0)) || name.charAt(0) == '_')) return false;
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '$' && c != '.') return false;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// The textual form of what `print` writes.
    public static String text(Consumer<AsmWriter> print) {
        var text = new StringBuilder();
        print.accept(new AsmWriter(text));
        return text.toString();
    }

    @Override public String toString() {
        return text.toString();
    }
}
