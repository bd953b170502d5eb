package pim.simulate;

import java.util.OptionalLong;

/// What all cores share. Times are picoseconds.
///
/// @param period of the clock
/// @param timer  for the order of the reference simulator among events that fall together, which depends on a process that wakes ten times,
///     whenever this has passed, and does nothing ([ReferenceTimeline]); empty for the plain order ([PlainTimeline])
public record Machine(long period, OptionalLong timer, Interconnect interconnect, GlobalMemory globalMemory) {}
