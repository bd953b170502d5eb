package pim.dialect.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.isa.format.AssemblyReader;
import pim.dialect.isa.format.AssemblyWriter;
import pim.dialect.isa.format.BinaryWriter;
import pim.dialect.isa.format.HexWriter;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.PimsimWriter;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.isa.format.WordReader;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.PrintOptions;

/// A program in any form is the same program, and what is written of it again has the same bytes.
class ProgramRoundTripTest {
    private static final Path PROGRAM = Path.of("program");
    private static final Registry REGISTRY = Registry.standard();
    private static final Diagnostics NONE = new Diagnostics(d -> {
        throw new AssertionError(d);
    });

    @FunctionalInterface private interface Source {
        void stream(ProgramSink sink) throws IOException;
    }

    @FunctionalInterface private interface Writer {
        ProgramSink to(OutputStream out) throws IOException;
    }

    @FunctionalInterface private interface Reader {
        void read(byte[] bytes, ProgramSink sink) throws IOException;
    }

    private static List<String> record(Source source) throws IOException {
        var recorder = new Recorder();
        source.stream(recorder);
        return recorder.lines;
    }

    private static byte[] bytes(Source source, Writer writer) throws IOException {
        var out = new ByteArrayOutputStream();
        source.stream(writer.to(out));
        return out.toByteArray();
    }

    /// From `program` to a file, a module, its text, and the file again.
    private static void check(Source program, Writer writer, Reader reader) throws IOException {
        var expected = record(program);
        var bytes = bytes(program, writer);
        assertEquals(expected, record(sink -> reader.read(bytes, sink)));
        var imported = new ProgramImport();
        reader.read(bytes, imported);
        assertTrue(Verifier.verify(imported.module(), REGISTRY, NONE));
        var module = again(imported.module());
        assertEquals(expected, record(sink -> ModuleProgram.stream(module, NONE, sink)));
        assertArrayEquals(bytes, bytes(sink -> ModuleProgram.stream(module, NONE, sink), writer));
    }

    /// The module that is read of the text of `module`.
    private static Operation again(Operation module) {
        return module(ModulePrinter.print(module, new Resources(), PrintOptions.CUSTOM));
    }

    private static Operation module(String text) {
        var module = ModuleReader.read(new SourceText("again.mlir", text), REGISTRY, NONE, false).top();
        assertTrue(Verifier.verify(module, REGISTRY, NONE));
        return module;
    }

    private static void assembly(byte[] bytes, ProgramSink sink) throws IOException {
        AssemblyReader.read(new SourceText("program.s", new String(bytes, StandardCharsets.UTF_8)), NONE, sink);
    }

    @Property(tries = 60) void pimsim(@ForAll long seed) throws IOException {
        check(new RandomProgram(seed, false)::stream, PimsimWriter::new, (bytes, sink) -> PimsimReader.read(ProgramFile.of(PROGRAM, bytes), sink));
    }

    @Property(tries = 60) void assembly(@ForAll long seed) throws IOException {
        check(new RandomProgram(seed, false)::stream, AssemblyWriter::new, ProgramRoundTripTest::assembly);
    }

    @Property(tries = 60) void words(@ForAll long seed) throws IOException {
        var program = new RandomProgram(seed, true);
        check(program::stream, HexWriter::new, (bytes, sink) -> WordReader.read(ProgramFile.of(PROGRAM, bytes), NONE, sink));
        check(program::stream, BinaryWriter::new, (bytes, sink) -> WordReader.read(ProgramFile.of(PROGRAM, bytes), NONE, sink));
    }

    /// An instruction reads the same in assembly and in the IR.
    @Property(tries = 20) void assemblyIsTheTextOfOps(@ForAll long seed) throws IOException {
        var program = new RandomProgram(seed, false);
        var imported = new ProgramImport();
        program.stream(imported);
        var ops = ModulePrinter.print(imported.module(), new Resources(), PrintOptions.CUSTOM).lines().map(String::strip)
            .filter(l -> l.startsWith("isa.") && !l.startsWith("isa.core")).map(l -> l.substring("isa.".length())).toList();
        var lines = new String(bytes(program::stream, AssemblyWriter::new), StandardCharsets.UTF_8).lines()
            .filter(l -> !l.startsWith(".")).map(String::strip).toList();
        assertEquals(ops, lines);
    }

    /// A loop stands for its rounds.
    @Property(tries = 40) void loops(@ForAll short constant, @ForAll byte factor, @ForAll byte other, @ForAll byte from, @ForAll byte to)
        throws IOException {
        var module = module("""
            isa.core 0 groups [] {
              isa.for %%i = %d to %d step 3 {
                isa.for %%j = 0 to 2 {
                  isa.sldi r1, %d + %%i * %d + %%j * %d
                }
                isa.saddi r2, r1, %%i mod 5
              }
              isa.smuli r2, r1, 7
            }
            """.formatted(from, to, constant, factor, other));
        assertEquals(record(sink -> {
            sink.begin(new ProgramHeader(Configuration.of(1), new TreeMap<>(Map.of(0, new int[0]))));
            sink.core(0);
            var at = new MachineInstruction();
            for (int i = from; i < to; i += 3) {
                for (int j = 0; j < 2; j++) {
                    at.clear(Opcode.SLDI).rd = 1;
                    at.imm = constant + i * factor + j * other;
                    sink.instruction(at);
                }
                at.clear(Opcode.SADDI).rd = 2;
                at.rs1 = 1;
                at.imm = Math.floorMod(i, 5);
                sink.instruction(at);
            }
            at.clear(Opcode.SMULI).rd = 2;
            at.rs1 = 1;
            at.imm = 7;
            sink.instruction(at);
            sink.endCore();
            sink.end();
        }), record(sink -> ModuleProgram.stream(module, NONE, sink)));
    }

    @Test void programsForPimsim() throws IOException {
        try (var files = Files.walk(Path.of("tests/resources/pimsim")).filter(f -> f.toString().endsWith(".json.gz"))) {
            for (var file : files.sorted().toList()) {
                check(sink -> PimsimReader.read(ProgramFile.of(file), sink), PimsimWriter::new,
                    (bytes, sink) -> PimsimReader.read(ProgramFile.of(PROGRAM, bytes), sink));
            }
        }
    }
}
