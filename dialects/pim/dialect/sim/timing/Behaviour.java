package pim.dialect.sim.timing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.dialect.isa.Field;
import pim.simulate.Action;
import pim.simulate.UnitKind;

/// What an instruction does.
///
/// @param unit    that it needs
/// @param actions while it has the unit
/// @param reads   what it reads of local memory, at most two
/// @param writes  what it writes of local memory
/// @param energy  by part, pJ; the network's is counted message by message
/// @param local   bytes that it reads and writes in local memory
/// @param global  bytes that it reads and writes in global memory
/// @param address the register with the address there
public record Behaviour(UnitKind unit, List<Action> actions, List<AddressRange> reads, Optional<AddressRange> writes, Map<Part, Double> energy,
                        long local, long global, Optional<Field> address) {}
