package pim.diagnose;

import java.util.List;
import java.util.Locale;
import pim.ir.attr.Location;

/// A message to the user about a place in the program, with notes that say more about it.
public record Diagnostic(Severity severity, Location location, String message, List<Diagnostic> notes) {
    public enum Severity {
        ERROR, WARNING, NOTE, REMARK;

        @Override public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Diagnostic error(Location location, String message, Diagnostic... notes) {
        return new Diagnostic(Severity.ERROR, location, message, List.of(notes));
    }

    public static Diagnostic warning(Location location, String message) {
        return new Diagnostic(Severity.WARNING, location, message, List.of());
    }

    public static Diagnostic remark(Location location, String message) {
        return new Diagnostic(Severity.REMARK, location, message, List.of());
    }

    public static Diagnostic note(Location location, String message) {
        return new Diagnostic(Severity.NOTE, location, message, List.of());
    }

    /// One line, `place: severity: message`, without the notes.
    public String headline() {
        var file = location.file();
        var place = file != null ? file.toString() : location instanceof Location.Unknown ? "<unknown>:0" : location.toString();
        return place + ": " + severity + ": " + message;
    }
}
