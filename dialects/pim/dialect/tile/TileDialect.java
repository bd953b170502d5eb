package pim.dialect.tile;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.type.Type;

/// The dialect of networks cut for crossbars.
public record TileDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Tile.class;
    }

    @Override public String origin() {
        return "convert-graph-to-tile";
    }

    @Override public Type readType(String mnemonic, Reader reader) {
        return mnemonic.equals("fmap") ? FmapType.read(reader) : null;
    }
}
