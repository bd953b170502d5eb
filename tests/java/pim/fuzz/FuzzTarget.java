package pim.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import pim.define.Dialect;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.irdl.load.DialectLoading;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.ProgramImport;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.Recorder;
import pim.dialect.isa.format.AssemblyReader;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.isa.format.WordReader;
import pim.ir.attr.Location;
import pim.pass.PassRegistry;
import pim.pass.PipelineParser;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.syntax.PimLexer;
import pim.syntax.PrintOptions;
import pim.syntax.ShortcutLexer;
import pim.syntax.SourceStream;
import pim.tensor.MalformedFileException;
import pim.tool.filecheck.TextCheck;
import pim.tool.lit.ScriptText;

/// What reads text from outside. Whatever the text, each ends well or with errors that it reports; an exception or an [AssertionError] is a finding.
enum FuzzTarget {
    /// The tokens are those of the grammar.
    LEXER {
        @Override void run(String text) {
            var source = new SourceText(NAME, text);
            var lexer = new ShortcutLexer(source);
            var automaton = new PimLexer(new SourceStream(source));
            automaton.removeErrorListeners();
            Token token;
            do {
                token = lexer.nextToken();
                var expected = automaton.nextToken();
                if (!place(token).equals(place(expected))) throw new AssertionError(token + " at " + place(token) + " is " + place(expected));
            } while (token.getType() != Token.EOF);
        }

        private List<Integer> place(Token token) {
            return List.of(token.getType(), token.getStartIndex(), token.getStopIndex(), token.getLine(), token.getCharPositionInLine());
        }
    },

    /// The reader alone.
    PARSER {
        @Override void run(String text) {
            read(text, REGISTRY, new Messages());
        }
    },

    /// What is read is verified; what is right is printed in both forms, and its generic form is read and printed as itself.
    VERIFIER {
        @Override void run(String text) {
            var messages = new Messages();
            var module = read(text, REGISTRY, messages);
            if (module == null || !messages.judge(Verifier.verify(module.top(), messages.diagnostics))) return;
            ModulePrinter.print(module.top(), module.resources(), PrintOptions.CUSTOM);
            var generic = ModulePrinter.print(module.top(), module.resources(), PrintOptions.GENERIC);
            var again = read(generic, REGISTRY, messages);
            if (again == null) throw new AssertionError("what was printed is not read: " + messages.all + "\n" + generic);
            var twice = ModulePrinter.print(again.top(), again.resources(), PrintOptions.GENERIC);
            if (!twice.equals(generic)) throw new AssertionError("what was printed is read as something else:\n" + generic + "\n" + twice);
        }
    },

    /// The text of a pipeline; what is accepted is printed as a text that is accepted.
    PIPELINE {
        @Override void run(String text) {
            var messages = new Messages();
            var parser = new PipelineParser(PASSES, REGISTRY, messages.diagnostics);
            var pipeline = messages.guard(() -> parser.parse(text));
            if (pipeline == null) return;
            var printed = pipeline.toString();
            var again = messages.guard(() -> parser.parse(printed));
            if (again == null || !again.toString().equals(printed)) throw new AssertionError(printed + " becomes " + again + " " + messages.all);
        }
    },

    /// Dialects in IRDL, which are read, verified and loaded, and then used to read and verify one operation of each kind that they define.
    IRDL {
        @Override void run(String text) {
            var messages = new Messages();
            var registry = new Registry();
            DIALECTS.forEach(registry::add);
            var module = read(text, registry, messages);
            if (module == null || !messages.judge(Verifier.verify(module.top(), messages.diagnostics))) return;
            if (messages.guard(() -> {
                DialectLoading.load(module.top(), registry, messages.diagnostics);
                return module;
            }) == null) return;
            for (var dialect : List.copyOf(registry.dialects())) {
                for (var op : dialect.dynamicOps().keySet()) {
                    var ofUse = new Messages();
                    var name = '"' + dialect.namespace() + "." + op + '"';
                    var use = read("%0 = \"a.a\"() : () -> i32\n" + name + "(%0) {a = 1 : i32} : (i32) -> ()", registry, ofUse);
                    if (use != null) ofUse.judge(Verifier.verify(use.top(), ofUse.diagnostics));
                }
            }
        }
    },

    /// A check file and, behind a line of equal signs, the input.
    FILECHECK {
        @Override void run(String text) {
            int cut = text.indexOf(SEPARATOR);
            var check = cut < 0 ? text : text.substring(0, cut);
            var input = cut < 0 ? text : text.substring(cut + SEPARATOR.length());
            TextCheck.run(bytes(check), bytes(input));
        }

        private static String bytes(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
    },

    /// A test with `RUN:` lines and, behind a line of equal signs, the `lit.local.cfg` beside it; no command is run.
    LIT {
        @Override void run(String text) {
            int cut = text.indexOf(SEPARATOR);
            var problem = ScriptText.problem(cut < 0 ? "" : text.substring(cut + SEPARATOR.length()), cut < 0 ? text : text.substring(0, cut));
            if (problem != null && problem.isBlank()) throw new AssertionError("an empty message");
        }
    },

    /// A program for pimsim-nn.
    PIMSIM {
        @Override void run(String text) {
            program(text, (_, sink) -> PimsimReader.read(ProgramFile.of(PROGRAM, text.getBytes(StandardCharsets.UTF_8)), sink));
        }
    },

    /// A program in assembly.
    ASSEMBLY {
        @Override void run(String text) {
            program(text, (diagnostics, sink) -> AssemblyReader.read(new SourceText(PROGRAM.toString(), text), diagnostics, sink));
        }
    },

    /// A program of words, in digits or, each character one, in bytes.
    WORDS {
        @Override void run(String text) {
            program(text, (diagnostics, sink) ->
                WordReader.read(ProgramFile.of(PROGRAM, text.getBytes(StandardCharsets.ISO_8859_1)), diagnostics, sink));
        }
    };

    @FunctionalInterface private interface ProgramReader {
        void read(Diagnostics diagnostics, ProgramSink sink) throws IOException;
    }

    /// A program that is read becomes a module that is right, and the module is the same program.
    private static void program(String text, ProgramReader reader) {
        var messages = new Messages();
        var imported = new ProgramImport();
        var read = messages.guard(() -> {
            try {
                reader.read(messages.diagnostics, imported);
                return imported.module();
            } catch (MalformedFileException e) {
                throw messages.diagnostics.failure(Location.UNKNOWN, e.getMessage());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        if (read == null) return;
        if (!messages.judge(Verifier.verify(read, REGISTRY, messages.diagnostics))) throw new AssertionError("a wrong module: " + messages.all);
        try {
            var first = new Recorder();
            var second = new Recorder();
            reader.read(messages.diagnostics, first);
            ModuleProgram.stream(read, messages.diagnostics, second);
            first.lines.removeIf(l -> l.contains(" has ["));
            second.lines.removeIf(l -> l.contains(" has ["));
            if (!first.lines.equals(second.lines)) throw new AssertionError("another program: " + first.lines + " " + second.lines);
        } catch (CompileFailure e) {
            // The module of a program without cores is none.
            if (messages.all.size() > 1 || !e.getMessage().contains("no isa.core")) throw new AssertionError(messages.all.toString(), e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static final String SEPARATOR = "\n=====\n";
    private static final String NAME = "fuzz.mlir";
    private static final Path PROGRAM = Path.of("program");
    private static final Registry REGISTRY = Registry.standard();
    private static final PassRegistry PASSES = PassRegistry.standard();
    private static final List<Dialect> DIALECTS = List.copyOf(REGISTRY.dialects());
    abstract void run(String text);

    /// What the target is called on a command line and where its findings are kept.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ParsedModule read(String text, Registry registry, Messages messages) {
        return messages.guard(() -> ModuleReader.read(new SourceText(NAME, text), registry, messages.diagnostics, true));
    }

    /// The messages of one run, none of which may be empty.
    private static final class Messages {
        final List<Diagnostic> all = new ArrayList<>();
        final Diagnostics diagnostics = new Diagnostics(all::add);

        /// The result of the work; null after it has failed with an error that it reported.
        <T> T guard(Supplier<T> work) {
            int before = diagnostics.errorCount();
            try {
                return work.get();
            } catch (CompileFailure e) {
                if (diagnostics.errorCount() == before) throw new AssertionError("a failure without a message: " + e.getMessage(), e);
                judge(false);
                return null;
            }
        }

        /// Passes on whether all is good, which it is exactly when there are no errors.
        boolean judge(boolean good) {
            if (good == diagnostics.hasErrors()) throw new AssertionError("said to be " + (good ? "good" : "bad") + ", but the messages are " + all);
            if (all.stream().anyMatch(m -> m.message().isBlank())) throw new AssertionError("an empty message among " + all);
            return good;
        }
    }
}
