package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pim.define.Builder;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Structure;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.attr.Location;

/// The programs of all cores while they are written. A core comes into being when it gets its first instruction.
final class Cores {
    private record Program(Block body, CoreBuilder builder, List<GroupAttr> groups) {}

    private final Map<Long, Program> programs = new TreeMap<>();
    private Location location = Location.UNKNOWN;

    /// The layer that instructions belong to from here on.
    void at(Location layer) {
        location = layer;
    }

    CoreBuilder get(long core) {
        var builder = program(core).builder;
        builder.at(location);
        return builder;
    }

    /// Puts the array group on the core; gives its number there.
    long group(long core, GroupAttr group) {
        var groups = program(core).groups;
        groups.add(group);
        return groups.size() - 1;
    }

    private Program program(long core) {
        return programs.computeIfAbsent(core, _ -> {
            var body = new Block();
            return new Program(body, new CoreBuilder(Builder.atEnd(body)), new ArrayList<>());
        });
    }

    /// Adds the programs to the module, in the order of the cores' numbers.
    void finish(Builder module) {
        programs.forEach((core, program) -> module.create(new Structure.Core(core, program.groups, Region.of(program.body))));
    }
}
