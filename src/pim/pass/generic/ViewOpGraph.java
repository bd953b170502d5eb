package pim.pass.generic;

import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Shows the program as a graph in the language of Graphviz: a node for each operation and block argument, a cluster for each operation with regions.
///
/// @param maxLabelLen           attributes and types are cut after so many characters
/// @param printAttrs            whether attributes are shown
/// @param printControlFlowEdges whether each operation is joined to the one behind it
/// @param printDataFlowEdges    whether each value is joined to where it is used
/// @param printResultTypes      whether the types of results are shown
public record ViewOpGraph(int maxLabelLen, boolean printAttrs, boolean printControlFlowEdges, boolean printDataFlowEdges, boolean printResultTypes)
    implements Pass {
    public ViewOpGraph {
        if (maxLabelLen < 0) throw new IllegalArgumentException("max-label-len must be at least 0, got " + maxLabelLen);
    }

    public ViewOpGraph() {
        this(20, true, false, true, true);
    }

    @Override public String summary() {
        return "Print Graphviz visualization of an operation";
    }

    @Override public void run(Operation root, PassContext context) {
        context.diagnostics().show(new OpGraph(root, this).text());
        context.preserveAll();
    }
}
