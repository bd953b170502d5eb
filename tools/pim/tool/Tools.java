package pim.tool;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pim.tool.bench.Bench;
import pim.tool.filecheck.FileCheck;
import pim.tool.lit.Lit;
import pim.tool.lsp.PimLspServer;
import pim.tool.opt.PimOpt;
import pim.tool.pimc.Pimc;
import pim.tool.reduce.PimReduce;
import pim.tool.reference.ReferenceTool;
import pim.tool.run.PimRun;
import pim.tool.translate.PimTranslate;

/// The commands there are. The list is part of the program, for a short run is over before a file that named them would have been found in the jar;
/// the tools that have short runs come first, and the one that makes their caches, for what it loads is in them.
public final class Tools {
    private static final List<Supplier<Tool>> ALL = List.of(PimOpt::new, WarmUp::new, FileCheck::new, Lit::new, PimTranslate::new, PimRun::new, Pimc::new,
        PimReduce::new, PimLspServer::new, Bench::new, ReferenceTool::new);

    private Tools() {}

    public static Stream<Tool> all() {
        return ALL.stream().map(Supplier::get);
    }

    /// The tool called `name`, by its name or an alias, or null.
    public static Tool named(String name) {
        for (var one : ALL) {
            var tool = one.get();
            if (tool.name().equals(name) || tool.aliases().contains(name)) return tool;
        }
        return null;
    }
}
