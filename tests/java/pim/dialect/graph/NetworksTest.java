package pim.dialect.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;

class NetworksTest {
    @Property(tries = 300) void everyNetworkIsValid(@ForAll long seed, @ForAll boolean forCrossbars) {
        var messages = new ArrayList<String>();
        var module = forCrossbars ? Networks.forCrossbars(seed, new Resources()) : Networks.random(seed, new Resources());
        assertTrue(Verifier.verify(module, new Diagnostics(d -> messages.add(d.message()))), () -> messages.toString());
    }

    @Property(tries = 20) void equalSeedsGiveEqualNetworks(@ForAll long seed) {
        Resources first = new Resources(), second = new Resources();
        assertEquals(names(Networks.random(seed, first)), names(Networks.random(seed, second)));
        assertEquals(first.inline(), second.inline());
    }

    @Test void everyOpOccurs() {
        var found = new HashSet<Class<?>>();
        for (int seed = 0; seed < 300; seed++) Networks.random(seed, new Resources()).walk(op -> found.add(op.op().getClass()));
        var missing = new HashSet<>(leaves(Graph.class));
        missing.removeAll(found);
        assertEquals(Set.of(Graph.Identity.class, Graph.Dropout.class), missing);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        var leaves = new ArrayList<Class<?>>();
        for (var c : type.getPermittedSubclasses()) {
            if (c.isRecord()) leaves.add(c);
            else leaves.addAll(leaves(c));
        }
        return leaves;
    }

    private static List<String> names(Operation module) {
        var names = new ArrayList<String>();
        module.walk(op -> names.add(op.name() + op.resultTypes() + op.properties()));
        return names;
    }
}
