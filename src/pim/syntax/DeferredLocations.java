package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
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
            for (var region : op.regions()) {
                for (var block : region.blocks()) for (var argument : block.arguments()) argument.setLocation(resolve(argument.location(), aliases));
            }
        }
    }

    private Location resolve(Location location, Map<String, Attribute> aliases) {
        var alias = standIns.get(location);
        if (alias == null) return location;
        if (aliases.get(alias.getText()) instanceof Location found) return found;
        throw parser.failureAt(alias, "operation location alias was never defined");
    }
}
