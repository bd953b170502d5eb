package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Areas are those that a description states, and their sums.
class AreaTest {
    private static final String COSTS = "pimlico.costs.";

    @Provide Arbitrary<Accelerator> accelerators() {
        return Arbitraries.of(Accelerator.presets()).map(AcceleratorFixture::preset);
    }

    @Property(tries = 40, seed = "3") void everyAreaIsStatedWithItsSource(@ForAll("accelerators") Accelerator accelerator) {
        var area = Area.of(accelerator);
        var stated = Accelerator.SCHEMA.values(accelerator).collect(Collectors.toMap(v -> v.path(), v -> v.text(), (a, _) -> a));
        for (var part : area.parts()) {
            assertEquals(Double.parseDouble(stated.get(part.key())), part.each());
            assertTrue(accelerator.source(part.key()) != null, part::key);
        }
        for (var key : area.absent()) assertEquals(0, Double.parseDouble(stated.get(key)), key);
    }

    /// A part that is stated never makes what is known less, and is absent no more.
    @Property(tries = 200, seed = "3") void aStatedPartIsCounted(@ForAll("parts") String part) {
        var before = Area.of(AcceleratorFixture.parse(AcceleratorFixture.tiny("pimlico.arrays_are", "\"physical\"")));
        var after = Area.of(AcceleratorFixture.parse(AcceleratorFixture.tiny("pimlico.arrays_are", "\"physical\"", COSTS + part + ".area", "0.5")));
        assertEquals(OptionalDouble.empty(), before.total());
        assertTrue(after.total().getAsDouble() >= 0.5);
        assertTrue(!after.absent().contains(COSTS + part + ".area"), after::toString);
        assertEquals(List.of(part), after.parts().stream().map(Area.Part::name).toList());
    }

    @Provide Arbitrary<String> parts() {
        return Arbitraries.of("array", "dac", "adc", "shift_adder", "matrix_unit", "vector_unit", "local_memory", "control_unit", "core", "router",
            "global_memory", "off_chip_link", "chip");
    }

    /// PIMCOMP, DAC 2023, Table I: a core of 1.01 mm2, a chip of 62.92, which the parts come near.
    @Example void wholesStandForTheirParts() {
        var area = Area.of(AcceleratorFixture.preset("puma-36x64"));
        assertEquals(62.92, area.total().getAsDouble());
        assertEquals(1.01, area.core().getAsDouble());
        assertEquals(List.of(), area.absent());
        double parts = area.parts().stream().filter(p -> "chip".equals(p.whole())).mapToDouble(Area.Part::total).sum();
        assertEquals(62.92, parts, 0.01);
    }

    /// 138 tiles of 128 arrays, an ADC of 1200 um2 and 25 um2 of cells each; nobody states the DACs.
    @Example void whatIsNotStatedIsAbsent() {
        var area = Area.of(AcceleratorFixture.preset("puma"));
        assertEquals(List.of(COSTS + "dac.area", COSTS + "shift_adder.area"), area.absent());
        double core = 128 * (0.000025 + 0.0012) + 0.048 + 0.085 + 0.11;
        assertEquals(core, area.core().getAsDouble(), 1e-12);
        assertEquals(138 * core + 35 * 0.14 + 2.42 + 22.88, area.total().getAsDouble(), 1e-9);
    }

    @Example void howManyArraysALogicalOneIsNobodySays() {
        var area = Area.of(AcceleratorFixture.parse(AcceleratorFixture.tiny("pimlico.arrays_are", "\"logical\"", COSTS + "array.area", "0.5")));
        assertEquals(OptionalDouble.empty(), area.total());
        assertEquals(0, area.parts().getFirst().count());
        assertTrue(area.absent().contains(COSTS + "matrix_unit.area"), area::toString);
    }

    @Example void coresWithOtherCrossbars() {
        var accelerator = AcceleratorFixture.parse(AcceleratorFixture.tiny("pimlico.arrays_are", "\"physical\"", COSTS + "array.area", "0.5",
            "pimlico.core_variants", """
                [{"first": 1, "last": 1, "xbar_array_count": 8, "xbar_size": [16, 16], "cell_precision": 2},
                 {"first": 2, "last": 2, "xbar_array_count": 8, "xbar_size": [32, 8], "cell_precision": 2}]"""));
        assertEquals(0.5 * accelerator.matrixUnit().arrays(), Area.ofCore(accelerator, 0).getAsDouble());
        assertEquals(4, Area.ofCore(accelerator, 1).getAsDouble());
        assertEquals(OptionalDouble.empty(), Area.ofCore(accelerator, 2));
    }
}
