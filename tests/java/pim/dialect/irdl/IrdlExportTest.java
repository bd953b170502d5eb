package pim.dialect.irdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pim.define.OpDefinition;
import pim.define.Part;
import pim.define.Registry;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.irdl.export.IrdlExport;
import pim.dialect.irdl.export.IrdlForm;
import pim.ir.Operation;
import pim.ir.type.NoneType;
import pim.ir.type.Type;
import pim.syntax.MlirDialects;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;

/// A built-in dialect in IRDL demands of its operations what the dialect itself does, in `pim-opt` and in `mlir-opt`.
class IrdlExportTest {
    private static final Registry STANDARD = Registry.standard();

    @TempDir Path folder;

    @Test void mlirOptReadsEachExport() throws Exception {
        var mlirOpt = MlirOpt.installed();
        for (var dialect : STANDARD.dialects()) {
            Files.writeString(folder.resolve("export.irdl.mlir"), IrdlExport.of(dialect, STANDARD));
            var outcome = mlirOpt.run(folder, List.of("export.irdl.mlir"));
            assertEquals(0, outcome.status(), outcome::err);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "tile", "inst", "isa"})
    void operationsOfTheLitTestsAreAcceptedAndBrokenOnesAreNot(String name) throws Exception {
        var cases = cases(name);
        var registry = loaded(name);
        var kinds = new TreeSet<String>();
        for (var one : cases) {
            var messages = new StringBuilder();
            assertEquals(one.right, IrdlFileTest.verifies(quoted(name, one.text), registry, messages), () -> one.text + messages);
            if (one.right) kinds.add(one.op);
            else assertFalse(IrdlFileTest.verifies(one.text, STANDARD, messages), () -> "accepted by the dialect itself:\n" + one.text);
        }
        int all = STANDARD.definitions(STANDARD.dialect(name)).size();
        assertTrue(kinds.size() >= all - 1, () -> "the lit tests have operations of few kinds: " + kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "tile", "inst", "isa"})
    void mlirOptGivesTheSameVerdicts(String name) throws Exception {
        var mlirOpt = MlirOpt.installed();
        var cases = cases(name);
        Files.writeString(folder.resolve("export.irdl.mlir"), IrdlExport.of(STANDARD.dialect(name), STANDARD));
        var texts = cases.stream().map(c -> quoted(name, c.text)).toList();
        Files.writeString(folder.resolve("cases.mlir"), String.join("// -----\n", texts));
        var errors = mlirOpt.run(folder, List.of("cases.mlir", "--irdl-file=export.irdl.mlir", "--split-input-file", "--allow-unregistered-dialect"));
        int line = 1;
        for (int i = 0; i < texts.size(); i++) {
            int end = line + (int) texts.get(i).lines().count();
            assertEquals(cases.get(i).right, errors.errorLines().subSet(line, end).isEmpty(), texts.get(i) + errors.err());
            line = end + 1;
        }
    }

    /// Modules as they are, of each level.
    @ParameterizedTest
    @ValueSource(strings = {"graph", "tile", "inst", "isa", "sim"})
    void wholeModulesVerifyInMlirOpt(String name) throws Exception {
        var mlirOpt = MlirOpt.installed();
        var ours = STANDARD.dialects().stream().filter(d -> !MlirDialects.contains(d.namespace())).toList();
        Files.writeString(folder.resolve("export.irdl.mlir"), ours.stream().map(d -> IrdlExport.of(d, STANDARD)).collect(Collectors.joining()));
        var module = module(name);
        var before = ModulePrinter.print(module);
        Files.writeString(folder.resolve("module.mlir"), IrdlForm.of(module, STANDARD));
        assertEquals(before, ModulePrinter.print(module));
        var outcome = mlirOpt.run(folder, List.of("module.mlir", "--irdl-file=export.irdl.mlir"));
        assertEquals(0, outcome.status(), outcome::err);
    }

    // ---- single operations out of the tests

    /// A program of one operation of the dialect, on values that an unknown operation makes.
    private record Case(String op, boolean right, String text) {}

    private static List<Case> cases(String dialect) throws IOException {
        var cases = new ArrayList<Case>();
        module(dialect).walk(op -> {
            if (!op.kind().dialect().equals(dialect) || variesInType(op)) return;
            cases.add(new Case(op.name(), true, text(op, op.operands().stream().map(v -> v.type()).toList(), List.of())));
            var definition = (OpDefinition) op.kind();
            for (int i = 0; i < op.operandCount(); i++) cases.add(new Case(op.name(), false, text(op, changed(op, i), List.of())));
            if (definition.parts(Part.Kind.OPERAND).stream().anyMatch(p -> p.arity() == Part.Arity.ONE)) {
                cases.add(new Case(op.name(), false, text(op, List.of(), List.of())));
            }
            for (var part : definition.parts(Part.Kind.ATTRIBUTE)) {
                if (part.arity() == Part.Arity.ONE) cases.add(new Case(op.name(), false, text(op, op.operands().stream().map(v -> v.type()).toList(),
                    List.of(part.name()))));
            }
        });
        return cases;
    }

    private static Operation module(String dialect) throws IOException {
        var file = Path.of("tests/lit", dialect, "ops.mlir");
        return ModuleReader.read(new SourceText(file.toString(), Files.readString(file)), STANDARD, Diagnostics.printingTo(System.err), false).top();
    }

    /// Whether a list of operands is of several types, which IRDL cannot say.
    private static boolean variesInType(Operation op) {
        return ((OpDefinition) op.kind()).parts(Part.Kind.OPERAND).stream().anyMatch(p -> p.arity() == Part.Arity.VARIADIC)
            && op.operands().stream().map(v -> v.type()).distinct().count() > 1 && op.name().endsWith("concat");
    }

    /// The types of the operands, that at `index` being another.
    private static List<Type> changed(Operation op, int index) {
        return IntStream.range(0, op.operandCount()).mapToObj(i -> i == index ? NoneType.NONE : op.operand(i).type()).toList();
    }

    private static String text(Operation op, List<Type> operands, List<String> without) {
        var attributes = op.genericAttributes();
        for (var name : without) attributes = attributes.with(name, null);
        var types = operands.stream().map(Type::toString).collect(Collectors.joining(", "));
        var text = new StringBuilder();
        if (!operands.isEmpty()) text.append("%v:").append(operands.size()).append(" = \"x.make\"() : () -> (").append(types).append(")\n");
        text.append('"').append(op.name()).append("\"(");
        text.append(IntStream.range(0, operands.size()).mapToObj(i -> "%v#" + i).collect(Collectors.joining(", "))).append(")");
        // Its blocks end with what mlir-opt takes for a terminator.
        var regions = op.regions().stream().map(region -> "{\n^bb0" + (region.isEmpty() || region.entry().arguments().isEmpty() ? ""
            : "(%i: " + region.entry().argument(0).type() + ")") + ":\n  \"x.end\"() : () -> ()\n}").collect(Collectors.joining(", "));
        if (!regions.isEmpty()) text.append(" (").append(regions).append(")");
        if (!attributes.isEmpty()) text.append(" ").append(attributes);
        text.append(" : (").append(types).append(") -> (").append(op.resultTypes().stream().map(Type::toString).collect(Collectors.joining(", ")));
        return text.append(")\n").toString();
    }

    /// The text as IRDL reads what has a syntax of its own.
    private static String quoted(String dialect, String text) {
        return IrdlForm.withQuotedSyntax(text, List.of(dialect));
    }

    /// All dialects, this one being read from its export.
    private static Registry loaded(String name) {
        var registry = new Registry();
        for (var dialect : STANDARD.dialects()) if (!dialect.namespace().equals(name)) registry.add(dialect);
        var messages = new StringBuilder();
        assertTrue(IrdlFileTest.load(IrdlExport.of(STANDARD.dialect(name), STANDARD), registry, messages), messages::toString);
        return registry;
    }
}
