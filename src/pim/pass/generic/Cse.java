package pim.pass.generic;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import pim.ir.Block;
import pim.ir.Dominance;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;
import pim.pass.Analysis;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.pass.Statistic;
import pim.rewrite.Greedy;

/// Removes an operation without effect where an equal one dominates it. Operations with regions are not compared.
public record Cse() implements Pass {
    private static final Statistic EQUAL = new Statistic("num-cse'd", "Number of operations CSE'd");
    private static final Statistic DEAD = new Statistic("num-dce'd", "Number of operations DCE'd");

    @Override public String title() {
        return "CSE";
    }

    @Override public String summary() {
        return "Eliminate common sub-expressions";
    }

    @Override public void run(Operation root, PassContext context) {
        var elimination = new Elimination(context.analysis(Analysis.DOMINANCE, root));
        for (var region : root.regions()) elimination.eliminate(region, new Scope(null));
        context.count(EQUAL, elimination.equal);
        context.count(DEAD, elimination.dead);
        if (elimination.equal + elimination.dead == 0) context.preserveAll();
        else context.preserve(Analysis.DOMINANCE);
    }

    private static final class Elimination {
        private final Dominance dominance;
        private int equal, dead;

        Elimination(Dominance dominance) {
            this.dominance = dominance;
        }

        void eliminate(Region region, Scope around) {
            if (region.isEmpty()) return;
            var scopes = new HashMap<Block, Scope>();
            for (var block : dominance.order(region)) {
                var dominator = dominance.immediateDominator(block);
                var scope = new Scope(dominator == null ? around : scopes.get(dominator));
                scopes.put(block, scope);
                for (var op : block) {
                    if (Greedy.isDead(op)) {
                        op.erase();
                        dead++;
                    } else if (op.has(Traits.Pure.class) && !op.has(Traits.Terminator.class) && op.regions().isEmpty()) {
                        eliminate(op, scope);
                    } else {
                        for (var inner : op.regions()) eliminate(inner, new Scope(op.has(Traits.IsolatedFromAbove.class) ? null : scope));
                    }
                }
            }
        }

        private void eliminate(Operation op, Scope scope) {
            var expression = Expression.of(op);
            var former = scope.find(expression);
            if (former == null) {
                scope.known.put(expression, op);
                return;
            }
            for (int i = 0; i < op.resultCount(); i++) op.result(i).replaceAllUsesWith(former.result(i));
            if (former.location() instanceof Location.Unknown) former.setLocation(op.location());
            op.erase();
            equal++;
        }
    }

    /// All that makes two operations compute the same.
    private record Expression(OpKind kind, Collection<Value> operands, List<Type> types, Attribute properties, DictionaryAttr attributes) {
        static Expression of(Operation op) {
            // Two operands whose order does not matter are the same as another two when they are the same set.
            var operands = op.has(Traits.Commutative.class) ? new HashSet<>(op.operands()) : List.copyOf(op.operands());
            return new Expression(op.kind(), operands, op.resultTypes(), op.propertiesAttribute(), op.attributes());
        }
    }

    /// The expressions known in a block, and through `around` those of the blocks that dominate it.
    private record Scope(Scope around, Map<Expression, Operation> known) {
        Scope(Scope around) {
            this(around, new HashMap<>());
        }

        Operation find(Expression expression) {
            for (var scope = this; scope != null; scope = scope.around) {
                var found = scope.known.get(expression);
                if (found != null) return found;
            }
            return null;
        }
    }
}
