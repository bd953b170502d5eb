package pim.dialect.tile;

import java.util.Optional;

/// Is done as a whole by one core.
public interface OnCore {
    /// The core, counted over all chips; empty until that is decided.
    Optional<Long> core();
}
