package pim.dialect.irdl;

import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.dialect.irdl.Definition.OperationDefinition;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.type.Type;

/// A region of the operation: the types of its entry block's arguments, where parentheses are written, and how many blocks it has, where that is.
@Name("region")
@Format("(`(` $entryBlockArgs $constrainedArguments^ `)`)? (`with` `size` $numberOfBlocks^)? attr-dict")
public record RegionShape(@Name("entryBlockArgs") @Is(HandleType.OfAttribute.class) List<Value> entryBlockArguments,
                          @Name("numberOfBlocks") Optional<Integer> numberOfBlocks, @Name("constrainedArguments") boolean constrainedArguments)
    implements Irdl {
    @Override public List<Type> inferResultTypes() {
        return List.of(HandleType.REGION);
    }

    @Override public String verify(Operation self) {
        var misplaced = Irdl.misplaced(self, List.of(OperationDefinition.class));
        if (misplaced != null || numberOfBlocks.isEmpty() || numberOfBlocks.get() >= 1) return misplaced;
        return "the number of blocks is expected to be >= 1 but got " + numberOfBlocks.get();
    }
}
