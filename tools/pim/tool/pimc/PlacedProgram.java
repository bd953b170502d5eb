package pim.tool.pimc;

import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import pim.tool.Streams;

/// A program of the command line, `FILE` or `FILE@CORE`.
///
/// @param given as the user wrote it
/// @param file  without the core
/// @param first the core that its core 0 is placed on, where that is said
record PlacedProgram(String given, String file, OptionalInt first) {
    private static final Pattern PLACED = Pattern.compile("(.+)@(.*)"), CORE = Pattern.compile("\\d{1,5}");

    static PlacedProgram of(String given, Streams io) {
        var placed = PLACED.matcher(given);
        if (!placed.matches()) return new PlacedProgram(given, given, OptionalInt.empty());
        String file = placed.group(1), core = placed.group(2);
        if (CORE.matcher(core).matches()) return new PlacedProgram(given, file, OptionalInt.of(Integer.parseInt(core)));
        // A file may have such a name.
        boolean isName = Files.exists(io.resolve(given)) || !Files.exists(io.resolve(file)) && core.matches(".*[./].*");
        if (isName) return new PlacedProgram(given, given, OptionalInt.empty());
        throw new UsageException("the core that " + file + " is placed on must be a number from 0 to 99999, but is '" + core + "'");
    }

    boolean isModule() {
        return file.endsWith(".mlir");
    }
}
