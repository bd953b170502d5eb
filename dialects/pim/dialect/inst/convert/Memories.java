package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pim.define.Builder;
import pim.define.SymbolName;
import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Structure.Role;
import pim.dialect.inst.Structure;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.NetworkBoundary;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.Type;

/// The buffers of global memory, one behind the other from address 0 on.
final class Memories {
    /// Buffers begin at multiples of this many bytes, the widest element.
    private static final long ALIGNMENT = 8;

    private record Draft(String name, Type type, long[] halo, Role role, Optional<long[]> shape, Optional<DenseResourceAttr> value,
        Location location) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /// Keeps the name for an input or output.
    ///
    /// @throws IllegalArgumentException when another has it
    void reserve(String name) {
        if (!taken.add(name)) throw new IllegalArgumentException("expects inputs and outputs of different names, but got '" + name + "' twice");
    }

    /// A buffer for results of the layer at `location`, after which it is named.
    Stored scratch(FmapType type, long[] halo, Location location) {
        return add(new Draft(free(location), type, halo, Role.SCRATCH, Optional.empty(), Optional.empty(), location));
    }

    Stored constant(Type type, long[] halo, DenseResourceAttr value, Location location) {
        return add(new Draft(free(value.key()), type, halo, Role.CONSTANT, Optional.empty(), Optional.of(value), location));
    }

    /// An input or output, whose name has been reserved.
    Stored boundary(NetworkBoundary boundary, Role role, long[] halo, Location location) {
        var type = boundary.layout().type();
        boolean image = Arrays.equals(boundary.layout().shape(), new long[] {1, type.channels(), type.height(), type.width()});
        return add(new Draft(boundary.name(), type, halo, role, image ? Optional.empty() : Optional.of(boundary.layout().shape()), Optional.empty(),
            location));
    }

    private Stored add(Draft draft) {
        drafts.add(draft);
        return new Stored(draft.name, BufferLayout.of(draft.type, draft.halo));
    }

    private String free(Location location) {
        return free(location instanceof Location.Name(var name, _) ? name : "map");
    }

    private String free(String wanted) {
        var name = wanted;
        for (int i = 1; !taken.add(name); i++) name = wanted + "_" + i;
        return name;
    }

    /// Adds the buffers to the module.
    void finish(Builder module) {
        long address = 0;
        for (var draft : drafts) {
            module.setLocation(draft.location);
            boolean plain = Arrays.stream(draft.halo).allMatch(h -> h == 0);
            var memory = new Structure.Memory(new SymbolName(draft.name), address, new TypeAttr(draft.type),
                plain ? Optional.empty() : Optional.of(draft.halo), draft.role, draft.shape, draft.value);
            module.create(memory);
            address += Math.ceilDiv(memory.layout().bytes(), ALIGNMENT) * ALIGNMENT;
        }
    }
}
