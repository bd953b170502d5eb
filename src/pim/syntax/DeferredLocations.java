package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import pim.ir.BlockArgument;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.attr.Location;

/// Locations that are named by an alias which the file defines further down: `loc(#loc3)`.
final class DeferredLocations {
    private final LiteralActions parser;
    /// The stand-in for each alias, told apart from every real location by its path.
    private final Map<Location, Token> standIns = new HashMap<>();
    private final Map<String, Location> byName = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    DeferredLocations(LiteralActions parser) {
        this.parser = parser;
    }

    Location use(Token alias) {
        return byName.computeIfAbsent(alias.getText(), name -> {
            var standIn = new Location.File("\0" + name, 0, 0);
            standIns.put(standIn, alias);
            return standIn;
        });
    }

    /// Remembers the operation if something in it may have such a location.
    void attach(Operation op) {
        if (!standIns.isEmpty()) operations.add(op);
    }

    void resolve(Map<String, Attribute> aliases) {
        for (var op : operations) {
            op.setLocation(resolve(op.location(), aliases));
            for (var region : op.regions()) for (var block : region.blocks()) for (BlockArgument a
                : block.arguments()) a.setLocation(resolve(a.location(), aliases));
        }
    }

    private Location resolve(Location location, Map<String, Attribute> aliases) {
        return switch (location) {
            case Location.Unknown u -> u;
            case Location.File file -> {
                var alias = standIns.get(file);
                if (alias == null) yield file;
                if (aliases.get(alias.getText()) instanceof Location found) yield found;
                throw parser.failureAt(alias, "operation location alias was never defined");
            }
            case Location.Name(var name, var child) -> new Location.Name(name, resolve(child, aliases));
            case Location.CallSite(var callee, var caller) -> new Location.CallSite(resolve(callee, aliases), resolve(caller, aliases));
            case Location.Fused(var metadata, var parts) -> Location.fused(metadata, parts.stream().map(p -> resolve(p, aliases)).toList());
        };
    }
}
