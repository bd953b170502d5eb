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
        return headline(null);
    }

    /// As above. What has no place in a file is about `input` as a whole, unless that is null; a name that it has for its place stands before the
    /// message.
    String headline(String input) {
        var file = location.file();
        boolean nowhere = location instanceof Location.Unknown;
        if (file != null) return file + ": " + severity + ": " + message;
        if (input != null) return input + ": " + severity + ": " + (nowhere ? "" : "at " + location + ": ") + message;
        return (nowhere ? "<unknown>:0" : location) + ": " + severity + ": " + message;
    }
}
