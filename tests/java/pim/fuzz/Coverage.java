package pim.fuzz;

import java.nio.charset.StandardCharsets;

/// What Jazzer calls: the target named by the property `pim.fuzz.target`, on bytes that it chooses by what of the program they reach.
public final class Coverage {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("pim.fuzz.target"));

    private Coverage() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.run(new String(bytes, StandardCharsets.UTF_8));
    }
}
