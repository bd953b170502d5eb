package pim.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.diagnose.Spelling;

/// Reads pipelines:
/// ```
/// pipeline ::= anchor `(` (element (`,` element)*)? `)`
/// element  ::= pipeline | pass (`{` option* `}`)? | named-pipeline
/// option   ::= name (`=` (value | value (`,` value)* | `{` value (`,` value)* `}`))?
/// value    ::= characters without space and braces, but for what is in brackets | `{` ... `}` | `"` ... `"` | `'` ... `'`
/// ```
/// An option without a value is `true`. In quotes a backslash takes away the meaning of the character behind it. What is in the brackets of a
/// value, be they `()`, `[]` or `{}`, is part of it as it stands, so a value can be a pipeline.
///
/// All methods report what is wrong at its place in the text and then throw a [pim.diagnose.CompileFailure].
///
/// @param expanding the named pipelines whose text is being read, the outermost first
public record PipelineParser(PassRegistry passes, Registry registry, Diagnostics diagnostics, List<String> expanding) {
    public PipelineParser(PassRegistry passes, Registry registry, Diagnostics diagnostics) {
        this(passes, registry, diagnostics, List.of());
    }

    /// The pipeline that `text` is.
    public Pipeline parse(String text) {
        var in = new PipelineCursor(new SourceText("<pass-pipeline>", text), diagnostics);
        in.skipSpace();
        int start = in.position();
        var anchor = in.name();
        in.skipSpace();
        if (anchor.isEmpty() || in.peek() != '(') {
            throw in.failure(start, "expected pass pipeline to be wrapped with the anchor operation type, e.g. 'builtin.module(...)'");
        }
        var pipeline = pipeline(in, anchor, start);
        if (!in.atEnd()) throw in.failure(in.position(), "expected the end of the pass pipeline");
        return pipeline;
    }

    /// The pass called `name` with options as they stand in the braces of a pipeline.
    public Pass pass(String name, String options) {
        var prefix = "--" + name + "=";
        var in = new PipelineCursor(new SourceText("<pass-options>", prefix + options), diagnostics);
        in.moveTo(2);
        var pass = pass(in, name, 2);
        in.moveTo(prefix.length());
        pass = options(in, pass);
        if (!in.atEnd()) throw in.failure(in.position(), "expected the name of an option");
        return pass;
    }

    /// What the command line says by `--name=options`, as the steps of a pipeline on `anchor`: the pass of that name, in a pipeline of its own if
    /// it runs on another op, or the passes of the pipeline of that name.
    public List<Step> steps(String name, String options, String anchor) {
        if (passes.pipeline(name) == null) return Pipeline.of(anchor, List.of(pass(name, options))).steps();
        var in = new PipelineCursor(new SourceText("<pass-options>", "--" + name + "=" + options), diagnostics);
        if (!options.isEmpty()) throw in.failure(name.length() + 3, "pipeline '" + name + "' has no options");
        return named(in, name, anchor, 2);
    }

    /// The steps that the name of a pipeline stands for.
    private List<Step> named(PipelineCursor in, String name, String anchor, int start) {
        var text = passes.pipeline(name).passes();
        if (expanding.contains(name)) throw in.failure(start, "pipeline '" + name + "' contains itself");
        var expansion = new PipelineParser(passes, registry, diagnostics, Stream.concat(expanding.stream(), Stream.of(name)).toList());
        var within = new PipelineCursor(new SourceText("<" + name + ">", anchor + "(" + text + ")"), diagnostics);
        within.name();
        var pipeline = expansion.pipeline(within, anchor, 0);
        if (!within.atEnd()) throw within.failure(within.position(), "expected the end of the pass pipeline");
        return pipeline.steps();
    }

    private Pipeline pipeline(PipelineCursor in, String anchor, int start) {
        checkAnchor(in, anchor, start);
        int open = in.position();
        in.tryTake('(');
        var steps = new ArrayList<Step>();
        in.skipSpace();
        if (!in.tryTake(')')) {
            in.within(start, () -> {
                do step(in, anchor, steps);
                while (in.tryTake(','));
            });
            if (in.atEnd()) throw in.failure(open, "expected ')' to match this '('");
            if (!in.tryTake(')')) throw in.failure(in.position(), "expected ',' or ')'");
        }
        in.skipSpace();
        return new Pipeline(anchor, steps);
    }

    private void step(PipelineCursor in, String anchor, List<Step> steps) {
        in.skipSpace();
        int start = in.position();
        var name = in.name();
        if (name.isEmpty()) throw in.failure(start, "expected the name of a pass");
        in.skipSpace();
        if (in.peek() == '(') steps.add(pipeline(in, name, start));
        else if (passes.pipeline(name) != null) steps.addAll(named(in, name, anchor, start));
        else steps.add(run(in, anchor, name, start));
    }

    private Step run(PipelineCursor in, String anchor, String name, int start) {
        var pass = pass(in, name, start);
        if (!pass.anchor().equals(Pass.ANY) && !pass.anchor().equals(anchor)) {
            throw in.failure(start, "pass '" + name + "' runs on '" + pass.anchor() + "', not on '" + anchor
                + "'; did you mean '" + pass.anchor() + "(" + name + ")'?");
        }
        if (in.peek() == '{') {
            in.takeOpenBrace();
            pass = options(in, pass);
            if (!in.tryTake('}')) throw in.failure(in.position(), "expected the name of an option or '}'");
        }
        in.skipSpace();
        return new Step.Run(pass);
    }

    private Pass pass(PipelineCursor in, String name, int start) {
        var pass = passes.pass(name);
        if (pass == null) throw in.failure(start, "'" + name + "' does not refer to a registered pass" + Spelling.suggestion(name, passes.names()));
        return pass;
    }

    /// An op of a dialect that is there must be there itself, or the pipeline would silently do nothing.
    private void checkAnchor(PipelineCursor in, String anchor, int start) {
        int dot = anchor.indexOf('.');
        var dialect = dot < 0 ? null : registry.dialect(anchor.substring(0, dot));
        if (dot < 0 && !anchor.equals(Pass.ANY)) {
            throw in.failure(start, "expected the name of an op or '" + Pass.ANY + "' before '(', got '" + anchor + "'");
        }
        if (dialect != null && !registry.kind(anchor).isRegistered()) {
            var known = registry.definitions(dialect).stream().map(OpDefinition::name).toList();
            throw in.failure(start, "no op is called '" + anchor + "'" + Spelling.suggestion(anchor, known));
        }
    }

    private Pass options(PipelineCursor in, Pass pass) {
        var options = PassOption.of(pass);
        var names = new ArrayList<String>();
        for (var option : options) names.add(option.name());
        var values = new Object[options.size()];
        for (int i = 0; i < values.length; i++) values[i] = options.get(i).valueIn(pass);
        var given = new HashSet<String>();
        int first = in.position();
        for (in.skipSpace(); ; in.skipSpace()) {
            int start = in.position();
            var name = in.name();
            if (name.isEmpty()) break;
            int index = names.indexOf(name);
            if (index < 0) throw in.failure(start, "pass '" + pass.name() + "' has no option '" + name + "'" + suggestion(name, names));
            if (!given.add(name)) throw in.failure(start, "option '" + name + "' is given twice");
            values[index] = value(in, options.get(index));
        }
        try {
            return given.isEmpty() ? pass : PassOption.with(pass, Arrays.asList(values));
        } catch (IllegalArgumentException e) {
            throw in.failure(first, "pass '" + pass.name() + "': " + e.getMessage());
        }
    }

    private static String suggestion(String name, List<String> names) {
        var near = Spelling.suggestion(name, names);
        return near.isEmpty() && !names.isEmpty() ? "; it has " + String.join(", ", names) : near;
    }

    private static Object value(PipelineCursor in, PassOption option) {
        var codec = option.codec();
        boolean given = in.tryTake('=');
        if (!codec.isList()) return decode(in, option, in.position(), given ? new OptionValue(in).read(false) : "");
        boolean braces = in.tryTake('{');
        var elements = new ArrayList<Object>();
        if (braces) in.skipSpace();
        boolean empty = in.atEnd() || Character.isWhitespace(in.peek()) || in.peek() == '}';
        if (!empty) {
            do {
                if (braces) in.skipSpace();
                int start = in.position();
                elements.add(decode(in, option, start, new OptionValue(in).read(true)));
                if (braces) in.skipSpace();
            } while (in.tryTake(','));
        }
        if (braces && !in.tryTake('}')) throw in.failure(in.position(), "expected ',' or '}' in the list of option '" + option.name() + "'");
        return List.copyOf(elements);
    }

    private static Object decode(PipelineCursor in, PassOption option, int start, String text) {
        var value = option.codec().decode().apply(text);
        if (value != null) return value;
        throw in.failure(start, "expected " + option.codec().description() + " for option '" + option.name() + "', got '" + text + "'");
    }
}
