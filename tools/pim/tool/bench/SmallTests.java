package pim.tool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A lit suite of small files, each of which runs one pass and checks its output.
final class SmallTests {
    /// A module as they stand in tests.
    static final String TWENTY_OPERATIONS = """
        module {
          func.func @f(%a: i32, %b: i32) -> i32 {
            %c1 = arith.constant 1 : i32
            %c2 = arith.constant 2 : i32
            %0 = arith.addi %a, %c1 : i32
            %1 = arith.muli %0, %c2 : i32
            %2 = arith.subi %1, %b : i32
            %3 = arith.andi %2, %a : i32
            %4 = arith.ori %3, %b : i32
            %5 = arith.xori %4, %0 : i32
            %6 = arith.cmpi slt, %5, %a : i32
            %7 = arith.select %6, %5, %a : i32
            %8 = arith.addi %7, %c1 : i32
            %9 = arith.muli %8, %c2 : i32
            %10 = arith.shli %9, %c1 : i32
            cf.cond_br %6, ^bb1(%10 : i32), ^bb2
          ^bb1(%x: i32):
            %11 = arith.addi %x, %c1 : i32
            return %11 : i32
          ^bb2:
            %12 = func.call @f(%a, %b) : (i32, i32) -> i32
            return %12 : i32
          }
        }
        """;

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
