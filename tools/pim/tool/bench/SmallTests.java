package pim.tool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A lit suite of small files, each of which runs one pass and checks its output.
final class SmallTests {
    private SmallTests() {}

    static void write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lit.cfg.py"), "config.name = 'Small'\n");
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve("test-" + i + ".mlir"), """
                // RUN: pim-opt %%s --canonicalize | FileCheck %%s
                // CHECK-LABEL: func.func @f%1$d(
                // CHECK-NEXT: return %%{{.*}} : i32
                func.func @f%1$d(%%a: i32) -> i32 {
                  %%0 = "arith.constant"() <{value = %1$d : i32}> : () -> i32
                  return %%a : i32
                }
                """.formatted(i));
        }
    }
}
