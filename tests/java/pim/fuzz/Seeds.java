package pim.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pim.define.Registry;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.RandomProgram;
import pim.dialect.isa.format.AssemblyWriter;
import pim.dialect.isa.format.BinaryWriter;
import pim.dialect.isa.format.HexWriter;
import pim.dialect.isa.format.PimsimWriter;
import pim.dialect.isa.format.ProgramFile;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.syntax.RandomModules;

/// Texts that are right, or nearly so, from which wrong ones are made: the lit tests, random modules, and what has been found before.
final class Seeds {
    static final Path FOUND = Path.of("tests/resources/fuzz");
    private static final Path LIT = Path.of("tests/lit");
    private static final int LONGEST = 6000;
    private static final List<String> PIPELINES = List.of("builtin.module(cse,canonicalize)", 
        "builtin.module(func.func(cse,canonicalize{max-iterations=3 top-down=false}),dce)", "any(cse)",
        "builtin.module(any(cse,any(canonicalize{test-convergence=1})))", "func.func()", "cse",
        "builtin.module(arch-attach{arch=isaac},convert-graph-to-tile,tile-unfold,tile-place)", "builtin.module(graph-quantize{bits=8 seed=1})",
        "builtin.module(arch-attach{arch=\"a b\"})", "builtin.module(arch-attach{arch={a=b}},inst-allocate)");

    /// Every statement that a `lit.local.cfg` can hold.
    private static final String SETTINGS = """
        import lit.util  # comment
        config.suffixes = ['.mlir', ".test"]
        config.excludes.add('Inputs')
        config.unsupported = False
        config.pipefail = True
        config.available_features.add('a')
        config.substitutions.append(
            ('%name', r'text'))
        config.substitutions.insert(0, ('%[a-z]+', 'text \\'x'))
        config.environment['NAME'] = 'value'
        config.recursiveExpansionLimit = 3
        config.test_retry_attempts = 2
        if lit.util.which('sh') and not 'a' in config.available_features or lit_config.params.get('name') == 'value':
            pass
        else: config.available_features = ['b']
        """;

    private Seeds() {}

    static List<String> of(FuzzTarget target) {
        var seeds = new ArrayList<String>();
        switch (target) {
            case LEXER, PARSER, VERIFIER -> {
                for (var text : files(LIT, ".mlir")) seeds.addAll(List.of(text.split("(?m)^// -----\n")));
                for (int seed = 0; seed < 60; seed++) {
                    var module = new RandomModules(seed, Registry.standard()).module();
                    seeds.add(ModulePrinter.print(module, null, seed % 2 == 0 ? PrintOptions.GENERIC : PrintOptions.CUSTOM.with(PrintOptions.Flag.LOCATIONS)));
                }
            }
            case PIPELINE -> seeds.addAll(PIPELINES);
            case IRDL -> {
                for (var text : files(LIT.resolve("irdl"), ".mlir")) seeds.addAll(List.of(text.split("(?m)^// -----\n")));
            }
            case FILECHECK -> {
                // The comments of a test are checks, and their own text is an input that some of them match.
                for (var text : files(LIT, "")) seeds.add(text + FuzzTarget.SEPARATOR + text.replaceAll("(?m)^// *CHECK[\\w-]*: *", ""));
            }
            case LIT -> {
                for (var text : files(LIT, "")) seeds.add(text + FuzzTarget.SEPARATOR + SETTINGS);
            }
            case PIMSIM -> programs(seeds, PimsimWriter::new);
            case ASSEMBLY -> programs(seeds, AssemblyWriter::new);
            case WORDS -> {
                programs(seeds, HexWriter::new);
                programs(seeds, BinaryWriter::new);
            }
        }
        seeds.addAll(found(target));
        seeds.removeIf(seed -> seed.isBlank() || seed.length() > LONGEST);
        return seeds;
    }

    @FunctionalInterface private interface Writer {
        ProgramSink to(OutputStream out) throws IOException;
    }

    private static void programs(List<String> seeds, Writer writer) {
        for (int seed = 0; seed < 30; seed++) {
            var file = new ByteArrayOutputStream();
            try {
                new RandomProgram(seed, true).stream(writer.to(file));
                seeds.add(new String(ProgramFile.of(Path.of("seed"), file.toByteArray()).readAll(), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The texts that have shown a fault of the target.
    static List<String> found(FuzzTarget target) {
        return files(FOUND.resolve(target.label()), "");
    }

    private static List<String> files(Path folder, String extension) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(extension)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
