package pim.dialect.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.isa.format.AssemblyReader;
import pim.dialect.isa.format.HexWriter;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.isa.format.WordReader;
import pim.ir.attr.Location;
import pim.syntax.ModuleReader;
import pim.tensor.MalformedFileException;

/// What is wrong with a program, in each of its forms, is said with its place.
class ProgramErrorsTest {
    private static final Path FILE = Path.of("program");

    @FunctionalInterface private interface Work {
        void run(Diagnostics diagnostics) throws IOException;
    }

    /// What is reported, `line:column: message`.
    private static String reported(Work work) {
        var messages = new ArrayList<String>();
        var diagnostics = new Diagnostics(d -> {
            var place = d.location() instanceof Location.File f ? f.line() + ":" + f.column() + ": " : "";
            messages.add(place + d.message());
        });
        assertThrows(CompileFailure.class, () -> work.run(diagnostics));
        assertEquals(1, messages.size());
        return messages.getFirst();
    }

    private static String malformed(byte[] bytes) {
        return assertThrows(MalformedFileException.class, () -> PimsimReader.read(ProgramFile.of(FILE, bytes), new Recorder())).getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
        ;                                   | 1:1: expected .core or .config, but got no line that says anything
        sldi r0, 1                          | 1:1: expected .core before the first instruction
        .core 0;nop                         | 2:1: expected an instruction, .core or .config, but got 'nop'
        .core 0; sadd r0, r32, r1           | 2:11: expected a register, r0 to r31, but got 'r32'
        .core 0; vrelu r0, r1, size 4       | 2:16: expected a field of 'vrelu', but got 'size'
        .core 0; vrelu r0, r1               | 2:2: 'vrelu' expects len, but got none
        .core 0; vrelu r0, r1, len 4, len 4 | 2:2: 'vrelu' says len twice
        .core 0; lmv r0, r1                 | 2:2: 'lmv' expects size or len, but got neither
        .core 0 groups 1; mvmul r0, r1, relu, relu | 2:2: 'mvmul' says relu twice
        .core 0; setbw ibiw 65, obiw 1      | 2:2: 'setbw' expects ibiw from 1 to 64, but got 65
        .core 0; sldi r0, 2147483648        | 2:2: 'sldi' expects imm from -2147483648 to 2147483647, but got 2147483648
        .core 0 groups 8; mvmul r0, r1, mbiw 8, group 1 | 2:2: 'mvmul' names group 1, but the core has 1
        .core 0; sldi r0, 12 r4             | 2:14: expected the end of the line, but got 'r4'
        .core 0; sldi r0 12                 | 2:10: expected ',', but got '12'
        .core 0; sldi r0,                   | 2:10: expected an integer, but got the end of the line
        .core 0; sldi r0, ?                 | 2:11: expected an integer, but got '?'
        .core 0;.core 0                     | 2:1: core 0 has two programs
        .core -1                            | 1:1: expects core from 0 to 65535, but got -1
        .config core_cnt 2;.core 2          | 2:1: expects a core within [0, 2), but got 2
        .core 0 groups 0                    | 1:1: expects groups of 1 to 2147483647 crossbars, but got 0
        .config cores 2                     | 1:9: expected one of [adc_count, cell_precision, core_cnt, xbar_array_count, xbar_size], but got 'cores'
        .config xbar_size 2                 | 1:1: expects 2 numbers of xbar_size, but got 1
        .config core_cnt 2;.config core_cnt 2 | 2:1: core_cnt has been said before
        .core 0;.config core_cnt 2          | 2:1: expects .config before the first core
        """)
    void assembly(String text, String message) {
        var source = new SourceText("program.s", text.replace(';', '\n'));
        assertEquals(message, reported(diagnostics -> AssemblyReader.read(source, diagnostics, new Recorder())));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [1]                                 | expected a program, which is an object, but got an array
        {"config": {"core_cnt": 2}          | malformed JSON at 1:27: Unexpected end-of-input: expected close marker for Object
        {"core0": []}                       | expected config, but got none
        {}                                  | expected config, but got none
        {"config": {"core_cnt": 2}} {}      | expected the end of the file, but got an object
        {"config": 1}                       | expected an object of config
        {"config": {}}                      | config expects core_cnt, but has none
        {"config": {"core_cnt": 0}}         | config expects core_cnt from 1 to 65536, but got 0
        {"config": {"core_cnt": "a"}}       | expected integers of core_cnt, but got 'a'
        {"config": {"core_cnt": 1, "core_cnt": 1}} | config says core_cnt twice
        {"config": {"core_cnt": 1, "xbar_size": [1]}} | config expects 2 numbers of xbar_size, but got 1
        {"config": {"core_cnt": 1, "x": 1}} | config has an unknown entry 'x'
        {"config": {"core_cnt": 1, "array_group_map": 1}} | config expects an object of array_group_map
        {"config": {"core_cnt": 1, "array_group_map": {"core": [1]}}} | array_group_map expects core0, core1, ..., but got 'core'
        {"config": {"core_cnt": 1, "array_group_map": {"core0": 1}}} | array_group_map expects an array of core0
        {"config":{"core_cnt":1,"array_group_map":{"core0":[0]}}} | array_group_map expects groups of core0 of 1 to 2147483647 crossbars, but got 0
        {"config": {"core_cnt": 1, "array_group_map": {"core0": [], "core0": []}}} | array_group_map says core0 twice
        {"config": {"core_cnt": 1, "array_group_map": {}, "array_group_map": {}}} | config says array_group_map twice
        {"config": {"core_cnt": 1}, "config": {"core_cnt": 1}} | there are two config
        {"config": {"core_cnt": 1}, "core00": []} | expected config or core0, core1, ..., but got 'core00'
        {"config": {"core_cnt": 1}, "core1": []} | core 1 has a program, but core_cnt says that there are 1
        {"config": {"core_cnt": 1}, "core0": {}} | expected the instructions of core 0, an array, but got an object
        {"config": {"core_cnt": 1}, "core0": [], "core0": []} | core 0 has two programs
        """)
    void pimsim(String text, String message) {
        assertEquals(message, malformed(utf8(text)).replaceFirst(" \\[Source.*", "").strip());
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1                                           | expected an object, but got 1
        {}                                          | expected op, but got none
        {"op": 1}                                   | expected a string of op, but got 1
        {"op": "nop"}                               | there is no instruction 'nop'
        {"op": "sadd", "op": "sadd"}                | 'sadd' says op twice
        {"op": "sldi", "rd": 0, "imm": "1"}         | 'sldi' expects an integer of imm, but got '1'
        {"op": "sldi", "rd": 0.5, "imm": 1}         | 'sldi' expects an integer of rd, but got 0.5
        {"op": "sldi", "rd": 0, "imm": 1e99}        | 'sldi' expects an integer of imm, but got 1e99
        {"op": "sldi", "rd": 0, "imm": 99999999999999999999} | 'sldi' expects an integer of imm, but got 99999999999999999999
        {"op": "sldi", "rd": 0, "imm": 4294967296}  | 'sldi' expects imm from -2147483648 to 2147483647, but got 4294967296
        {"op": "sldi", "rd": 32, "imm": 1}          | 'sldi' expects rd from 0 to 31, but got 32
        {"op": "sldi", "rd": 0}                     | 'sldi' expects imm, but got none
        {"op": "sldi", "rd": 0, "imm": 1, "len": 2} | 'sldi' has no field len, but got 2
        {"op": "sldi", "rd": 0, "imm": 1, "x": 2}   | 'sldi' has an unknown field 'x'
        {"op": "sldi", "rd": 0, "rd": 0}            | 'sldi' says rd twice
        {"op": "setbw", "ibiw": 0, "obiw": 8}       | 'setbw' expects ibiw from 1 to 64, but got 0
        {"imm": 1.5, "op": "sldi", "rd": 0}         | 'sldi' expects an integer of imm, but got 1.5
        {"op": "ld", "rd": 0, "rs1": 0, "size": 1, "offset": 1} | 'ld' expects an object of offset, but got 1
        {"op": "ld", "rd": 0, "rs1": 0, "size": 1, "offset": {"x": 1}} | 'ld' has an unknown field 'x' of offset
        {"op": "lmv", "rd": 0, "rs1": 0}            | 'lmv' expects size or len, but got neither
        {"op": "mvmul", "rd": 0, "rs1": 0, "mbiw": 8, "group": 2} | 'mvmul' names group 2, but the core has 2
        """)
    void instructionsOfPimsim(String text, String message) {
        var program = "{\"config\": {\"core_cnt\": 8, \"array_group_map\": {\"core7\": [1, 1]}},"
            + " \"core7\": [{\"op\": \"sldi\", \"rd\": 0, \"imm\": 1}, %s]}";
        assertEquals("core 7, instruction 1: " + message, malformed(utf8(program.formatted(text))));
    }

    @Test void compressedBytes() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(whole)) {
            zip.write(utf8("{\"config\": {\"core_cnt\": 1}}"));
        }
        var bytes = whole.toByteArray();
        assertEquals("the file ends within its compressed bytes", malformed(Arrays.copyOf(bytes, bytes.length - 12)));
        var member = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(member)) {
            zip.write(utf8("\n"));
        }
        var together = joined(bytes, member.toByteArray());
        PimsimReader.read(ProgramFile.of(FILE, together), new Recorder());
        for (int more : new int[] {1, 7, 30, 1 << 17}) {
            var message = "expected the end of the file behind its compressed bytes, but got " + more + " more byte" + (more == 1 ? "" : "s");
            assertEquals(message, malformed(joined(bytes, new byte[more])));
            assertEquals(message, malformed(joined(together, new byte[more])));
        }
        // What stands behind may begin as another member would.
        assertEquals("expected the end of the file behind its compressed bytes, but got 5 more bytes", malformed(joined(bytes, Arrays.copyOf(bytes, 5))));
        bytes[bytes.length - 8]++;
        assertEquals("the compressed bytes are damaged: Corrupt GZIP trailer", malformed(bytes));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
        ;                     | 1:1: expected .core or .config, but got no line that says anything
        .core 0;00            | 2:1: expected 16 hexadecimal digits, .core or .config, but got '00'
        .core 0;0000000000000000 | 2:1: there is no instruction of opcode 0
        .core 0;000000000000003f | 2:1: there is no instruction of opcode 63
        .core 0;0000000000000008 | 2:1: 'setbw' expects ibiw from 1 to 64, but got 0
        .core 0;0000000000ff0408 | 2:1: 'setbw' expects obiw from 1 to 64, but got 255
        .core 0;8000000000000003 | 2:1: 'sadd' has no bits 8000000000000000, but they are set
        .core 0;0000000000080009 | 2:1: 'mvmul' names group 0, but the core has 0
        """)
    void words(String text, String message) {
        var file = ProgramFile.of(FILE, utf8(text.replace(';', '\n')));
        assertEquals(message, reported(diagnostics -> WordReader.read(file, diagnostics, new Recorder())));
    }

    /// A file of bytes: the magic word, the directives `.core 0`, and these words.
    private static String binary(String directives, int cut, long... words) {
        var bytes = ByteBuffer.allocate(16 + directives.length() + 8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(utf8("PIMWORDS")).putLong(directives.length()).put(utf8(directives));
        for (long word : words) bytes.putLong(word);
        var file = ProgramFile.of(FILE, Arrays.copyOf(bytes.array(), bytes.capacity() - cut));
        return assertThrows(MalformedFileException.class, () -> WordReader.read(file, new Diagnostics(_ -> {}), new Recorder())).getMessage();
    }

    @Test void bytes() {
        var neither = ProgramFile.of(FILE, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals("expected PIMWORDS in front of words as bytes, or words as UTF-8 text, but got neither",
            assertThrows(MalformedFileException.class, () -> WordReader.read(neither, new Diagnostics(_ -> {}), new Recorder())).getMessage());
        assertEquals("the file ends before the length of its directives", binary("", 8));
        assertEquals("the directives take 8 bytes, but there are 0", binary(".core 0\n", 8));
        assertEquals("the file ends before the number of a core", binary(".core 0\n", 4, 0));
        assertEquals("the file ends before how many words core 0 has", binary(".core 0\n", 0, 0));
        assertEquals("expected a core within [0, 1), but got 1", binary(".core 0\n", 0, 1, 0));
        assertEquals("core 0 has two programs", binary(".core 0\n", 0, 0, 0, 0, 0));
        assertEquals("core 0 has 2 words, but there are 1", binary(".core 0\n", 0, 0, 2, 3));
        assertEquals("core 0, instruction 1: there is no instruction of opcode 0", binary(".core 0\n", 0, 0, 2, 3, 0));
        assertEquals("core 0, instruction 0: 'mvmul' names group 0, but the core has 0", binary(".core 0\n", 0, 0, 1, 0x80009));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
        isa.vrelu r0, r1, len 2048   | 3:1: 'isa.vrelu' op has len 2048, which does not fit into 11 bits (loop counters 0)
        isa.lldi r0, %i + 252, len 4 | 3:1: 'isa.lldi' op has imm 256, which does not fit into 8 bits (loop counters 4)
        isa.lmv r0, r1, size 4, len 8 | 3:1: 'isa.lmv' op has size 4 and len 8, for which a word has one field (loop counters 0)
        isa.sync event_register 0, core 1024 | 3:1: 'isa.sync' op has core 1024, which does not fit into 10 bits (loop counters 0)
        isa.sldi r0, %i * 1000000000 | 3:1: 'isa.sldi' op expects imm from -2147483648 to 2147483647, but got 3000000000 (loop counters 3)
        isa.sldi r0, %i mod 0        | 3:1: 'isa.sldi' op computes an address that no memory has: it overflows or divides by zero (loop counters 0)
        %0 = inst.alloc 4            | 3:6: 'inst.alloc' op is not an instruction of a core
        """)
    void modules(String instruction, String message) {
        assertEquals(message, module("isa.core 0 groups [] {\nisa.for %i = 0 to 5 {\n" + instruction + "\n}\n}"));
    }

    @Test void modulesWithoutCores() {
        assertEquals("1:1: 'builtin.module' op has no isa.core, so that it is no machine program", module("module {\n}"));
        assertEquals("2:1: 'isa.core' op expects a core within [0, 2), but got 2",
            module("module attributes {isa.config = {core_cnt = 2}} {\nisa.core 2 groups [] {\n}\n}"));
    }

    private static String module(String text) {
        return reported(diagnostics -> {
            var module = ModuleReader.read(new SourceText("program.mlir", text), Registry.standard(), diagnostics, false).top();
            ModuleProgram.stream(module, diagnostics, new HexWriter(new ByteArrayOutputStream()));
        });
    }
}
