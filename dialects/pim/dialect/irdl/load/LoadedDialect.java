package pim.dialect.irdl.load;

import java.util.HashMap;
import java.util.Map;
import pim.define.Dialect;
import pim.define.DynamicOp;
import pim.define.Reader;
import pim.dialect.irdl.Definition;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// A dialect that is defined in IRDL.
record LoadedDialect(String namespace, Map<String, DynamicOp> dynamicOps, Map<String, Parameters> types, Map<String, Parameters> attributes)
    implements Dialect {
    static LoadedDialect of(Operation definition) {
        var namespace = ((Definition) definition.op()).symName().value();
        var dialect = new LoadedDialect(namespace, new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (var op : definition.region(0).entry()) {
            if (!(op.op() instanceof Definition defined)) continue;
            var name = defined.symName().value();
            switch (defined) {
                case Definition.TypeDefinition _ -> dialect.types.put(name, Parameters.of(op));
                case Definition.AttributeDefinition _ -> dialect.attributes.put(name, Parameters.of(op));
                case Definition.OperationDefinition _ -> dialect.dynamicOps.put(name, LoadedOp.of(namespace + "." + name, op));
                case Definition.DialectDefinition _ -> {}
            }
        }
        return dialect;
    }

    /// No record is an op of it, and [Op] permits none.
    @Override public Class<? extends Op> ops() {
        return Op.class;
    }

    @Override public Type readType(String mnemonic, Reader reader) {
        var parameters = types.get(mnemonic);
        return parameters == null ? null : new LoadedType(namespace, mnemonic, parameters.read(reader));
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        var parameters = attributes.get(mnemonic);
        return parameters == null ? null : new LoadedAttribute(namespace, mnemonic, parameters.read(reader));
    }
}
