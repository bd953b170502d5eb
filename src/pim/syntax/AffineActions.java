package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import pim.define.format.OpReader.Unresolved;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.affine.IntegerSet;

/// What the rules for affine expressions do: find what names stand for. Within the address of an op, values stand for dimensions.
abstract class AffineActions extends ElementsActions {
    private List<String> dims = new ArrayList<>();
    private List<String> symbols = new ArrayList<>();
    private List<Unresolved> operands;
    private int factors;

    AffineActions(TokenStream input) {
        super(input);
    }

    abstract Unresolved use(Token name, Token number);

    void beginAffine() {
        dims = new ArrayList<>();
        symbols = new ArrayList<>();
        operands = null;
        factors = 0;
    }

    /// From here on each new `%value` in an affine expression is the next dimension, and is added to `into`.
    void beginAffineOperands(List<Unresolved> into) {
        beginAffine();
        operands = into;
    }

    /// A chain of operators is as deep a tree as there are factors in it.
    void beginAffineFactor() {
        if (++factors > Nesting.DEEPEST) throw failureAt(here(), "affine expressions with more than " + Nesting.DEEPEST + " factors cannot be read");
    }

    void affineDim(Token name) {
        declare(name, dims);
    }

    void affineSymbol(Token name) {
        declare(name, symbols);
    }

    private void declare(Token name, List<String> into) {
        if (dims.contains(name.getText()) || symbols.contains(name.getText())) throw failureAt(name, "redefinition of affine identifier '"
            + name.getText() + "'");
        into.add(name.getText());
    }

    AffineExpr affineName(Token name) {
        int dim = dims.indexOf(name.getText()), symbol = symbols.indexOf(name.getText());
        if (dim >= 0) return AffineExpr.dim(dim);
        if (symbol >= 0) return AffineExpr.symbol(symbol);
        throw failureAt(name, "use of undeclared identifier '" + name.getText() + "'");
    }

    AffineExpr affineOperand(Token name) {
        if (operands == null) throw failureAt(name, "a value cannot stand in this affine expression");
        int known = dims.indexOf(name.getText());
        if (known >= 0) return AffineExpr.dim(known);
        dims.add(name.getText());
        operands.add(use(name, null));
        return AffineExpr.dim(dims.size() - 1);
    }

    AffineExpr affineBinary(Token operator, AffineExpr left, AffineExpr right) {
        if (!right.isSymbolicOrConstant() && (operator.getType() != PimLexer.STAR || !left.isSymbolicOrConstant())) {
            throw failureAt(operator, operator.getType() == PimLexer.STAR
                ? "non-affine expression: at least one of the multiply operands has to be either a constant or symbolic"
                : "non-affine expression: right operand of " + operator.getText() + " has to be either a constant or symbolic");
        }
        return switch (operator.getType()) {
            case PimLexer.STAR -> left.times(right);
            case PimLexer.FLOORDIV -> left.floorDiv(right);
            case PimLexer.CEILDIV -> left.ceilDiv(right);
            default -> left.mod(right);
        };
    }

    AffineMap affineMap(List<AffineExpr> results) {
        return new AffineMap(dims.size(), symbols.size(), List.copyOf(results));
    }

    IntegerSet integerSet(List<IntegerSet.Constraint> constraints) {
        if (constraints.isEmpty()) constraints = List.of(new IntegerSet.Constraint(AffineExpr.constant(0), true));
        return new IntegerSet(dims.size(), symbols.size(), List.copyOf(constraints));
    }
}
