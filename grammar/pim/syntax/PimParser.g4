parser grammar PimParser;

// The language of MLIR. Every decision is made by the next token alone, and no tree is built: what a rule says is built by the actions of
// ParserActions. The custom form of an op is read by its own format, which calls the rules for types, attributes and regions.
options { tokenVocab = PimLexer; superClass = ParserActions; }

@header {
import java.util.ArrayList;
import java.util.List;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.affine.*;
import pim.ir.attr.*;
import pim.ir.type.*;
import pim.define.format.OpReader.Unresolved;
}

file : (operation | aliasDefinition | metadata)* EOF ;

aliasDefinition
    @init { nesting.beginAlias(); }
    : name=HASH_ID EQUAL attribute { defineAlias($name, $attribute.value); }
    | name=TYPE_ID EQUAL type { defineAlias($name, $type.value); }
    ;

// ---- operations

operation
    @init { var results = new ResultNames(this::kindOf); }
    : { results.start = here(); } (resultName[results] (COMMA resultName[results])* EQUAL)?
      (generic[results] | word { customOperation($word.token, results); })
    ;

resultName[ResultNames results]
    : name=VALUE_ID (COLON count=INTEGER { results.add($name, resultCount($count)); } | { results.add($name, 1); })
    ;

generic[ResultNames results]
    @init { var state = new OperationState(); }
    : name=STRING { state.begin($name, results); }
      LPAREN (use { state.operands.add($use.value); } (COMMA use { state.operands.add($use.value); })*)? RPAREN
      (LBRACKET successor[state] (COMMA successor[state])* RBRACKET)?
      (LESS own=attribute GREATER { properties(state, $own.value); })?
      (LPAREN region[state, null] (COMMA region[state, null])* RPAREN)?
      (dictionary { state.attributes = $dictionary.value; })?
      COLON functionType { state.type($functionType.value); }
      (location[true] { state.location = $location.value; })?
      { finish(state, results); }
    ;

use returns [Unresolved value]
    : name=VALUE_ID (which=HASH_ID)? { $value = use($name, $which); }
    ;

successor[OperationState state]
    : name=BLOCK_ID { state.successors.add(blockNamed($name)); }
    ;

region[OperationState state, List<pim.define.format.OpReader.Argument> arguments]
    : open=LBRACE { beginRegion(state, arguments); } operation* block* RBRACE { endRegion(state); }
    ;

block
    : name=BLOCK_ID { beginBlock($name); }
      (LPAREN (blockArgument (COMMA blockArgument)*)? RPAREN)? COLON operation*
    ;

blockArgument
    : name=VALUE_ID COLON type { beginArgument($name, $type.value); } (location[true] { argumentLocation($location.value); })?
    ;

// ---- types

type returns [Type value]
    : nonFunctionType { $value = $nonFunctionType.value; }
    | functionType { $value = $functionType.value; }
    ;

nonFunctionType returns [Type value]
    : BARE_ID { $value = namedType($BARE_ID); }
    | SHAPED nonFunctionType { var parts = new ShapedParts(this, $SHAPED, $nonFunctionType.value); } (COMMA attribute { parts.parameters.add($attribute.value); })* GREATER { $value = shapedType(parts); }
    | TUPLE LESS { var elements = new ArrayList<Type>(); } (typeList[elements])? GREATER { $value = new TupleType(elements); }
    | COMPLEX LESS type GREATER { $value = complexType($type.value, $COMPLEX); }
    | name=TYPE_ID { $value = dialectType($name); }
    ;

functionType returns [FunctionType value]
    @init { var inputs = new ArrayList<Type>(); var results = new ArrayList<Type>(); }
    : LPAREN typeList[inputs]? RPAREN ARROW (LPAREN typeList[results]? RPAREN | nonFunctionType { results.add($nonFunctionType.value); })
      { $value = new FunctionType(inputs, results); }
    ;

typeList[List<Type> types]
    : (nonFunctionType { types.add($nonFunctionType.value); } | functionType { types.add($functionType.value); })
      (COMMA (nonFunctionType { types.add($nonFunctionType.value); } | functionType { types.add($functionType.value); }))*
    ;

// ---- attributes

attribute returns [Attribute value]
    @init { boolean negative = false; }
    : (MINUS { negative = true; })? digits=(INTEGER | HEX | FLOAT) (COLON type)? { $value = numberAttribute($digits, negative, $type.ctx == null ? null : $type.value); }
    | token=(TRUE | FALSE) { $value = IntegerAttr.bool($token.getType() == TRUE); }
    | STRING (COLON type)? { $value = StringAttr.of(unquote($STRING), $type.ctx == null ? null : $type.value); }
    | LBRACKET { var items = new ArrayList<Attribute>(); } (attribute { items.add($attribute.value); } (COMMA attribute { items.add($attribute.value); })*)? RBRACKET { $value = new ArrayAttr(items); }
    | dictionary { $value = $dictionary.value; }
    | symbol { $value = $symbol.value; }
    | UNIT { $value = UnitAttr.UNIT; }
    | keywordAttribute { $value = $keywordAttribute.value; }
    | location[false] { $value = $location.value; }
    | name=HASH_ID { $value = dialectAttribute($name); }
    | type { $value = new TypeAttr($type.value); }
    ;

// Those that a word begins, apart for their many parts: each attribute would have room for them.
keywordAttribute returns [Attribute value]
    : DENSE open=LESS { var literal = new ElementsLiteral(); } elements[literal]? close=GREATER COLON type
      { $value = $type.value instanceof OpaqueType ? opaqueElements($open, $close, $type.value) : denseElements(literal, $type.value, $DENSE); }
    | DENSE_RESOURCE LESS key GREATER COLON type { $value = denseResource($key.value, $type.value, $DENSE_RESOURCE); }
    | SPARSE LESS { var indices = new ElementsLiteral(); var values = new ElementsLiteral(); } (elements[indices] COMMA elements[values])? GREATER COLON type { $value = sparseElements(indices, values, $type.value, $SPARSE); }
    | ARRAY LESS type { var literal = new ElementsLiteral(); } (COLON element[literal] (COMMA element[literal])*)? GREATER { $value = denseArray($type.value, literal, $ARRAY); }
    | AFFINE_MAP LESS affineMap GREATER { $value = new AffineMapAttr($affineMap.value); }
    | AFFINE_SET LESS integerSet GREATER { $value = new IntegerSetAttr($integerSet.value); }
    | STRIDED LESS LBRACKET { var strides = new ArrayList<Long>(); } (stride { strides.add($stride.value); } (COMMA stride { strides.add($stride.value); })*)? RBRACKET
      (COMMA OFFSET COLON offset=stride)? GREATER { $value = strided(strides, $offset.ctx == null ? 0 : $offset.value); }
    | DISTINCT LBRACKET number=(INTEGER | HEX) RBRACKET LESS attribute? GREATER { $value = distinct($number, $attribute.ctx == null ? UnitAttr.UNIT : $attribute.value, $DISTINCT); }
    ;

// One of the two of a complex number.
complexPart returns [org.antlr.v4.runtime.Token token, boolean negative]
    : (MINUS { $negative = true; })? digits=(INTEGER | HEX | FLOAT) { $token = $digits; }
    | digits=(TRUE | FALSE) { $token = $digits; }
    ;

stride returns [long value]
    : QUESTION { $value = Shape.DYNAMIC; }
    | (MINUS { $value = -1; })? INTEGER { $value = $value < 0 ? -longValue($INTEGER) : longValue($INTEGER); }
    ;

dictionary returns [DictionaryAttr value]
    @init { var entries = new ArrayList<NamedAttribute>(); }
    : open=LBRACE (entry[entries] (COMMA entry[entries])*)? RBRACE { $value = dictionary(entries, $open); }
    ;

entry[List<NamedAttribute> entries]
    : (name=BARE_ID | rareKey) { Attribute given = UnitAttr.UNIT; } (EQUAL attribute { given = $attribute.value; })?
      { entries.add(named($name != null ? text($name) : $rareKey.value, given, $start)); }
    ;

key returns [String value]
    : BARE_ID { $value = text($BARE_ID); }
    | rareKey { $value = $rareKey.value; }
    ;

// A name that is no plain word.
rareKey returns [String value]
    : LOC { $value = text($LOC); }
    | reserved { $value = text($reserved.token); }
    | STRING { $value = unquote($STRING); }
    ;

symbol returns [SymbolRefAttr value]
    @init { var path = new ArrayList<org.antlr.v4.runtime.Token>(); }
    : root=SYMBOL_ID { path.add($root); } (DOUBLE_COLON inner=SYMBOL_ID { path.add($inner); })* { $value = symbol(path); }
    ;

// What stands within dense<...>: an element, or a list of such.
elements[ElementsLiteral literal]
    : element[literal]
    | LBRACKET { literal.open(this, $LBRACKET); } (elements[literal] (COMMA elements[literal])*)? RBRACKET { literal.close(this, $RBRACKET); }
    ;

element[ElementsLiteral literal]
    @init { boolean negative = false; }
    : (MINUS { negative = true; })? digits=(INTEGER | HEX | FLOAT) { literal.add(this, $digits, negative, false); }
    | token=(TRUE | FALSE | STRING) { literal.add(this, $token, false, false); }
    | LPAREN complexPart { literal.add(this, $complexPart.token, $complexPart.negative, true); } COMMA complexPart { literal.add(this, $complexPart.token, $complexPart.negative, true); } RPAREN
    ;

// ---- affine maps and sets

affineMap returns [AffineMap value]
    @init { beginAffine(); var results = new ArrayList<AffineExpr>(); }
    : affineArguments ARROW LPAREN (affineSum { results.add($affineSum.value); } (COMMA affineSum { results.add($affineSum.value); })*)? RPAREN { $value = affineMap(results); }
    ;

integerSet returns [IntegerSet value]
    @init { beginAffine(); var constraints = new ArrayList<IntegerSet.Constraint>(); }
    : affineArguments COLON LPAREN (affineConstraint { constraints.add($affineConstraint.value); } (COMMA affineConstraint { constraints.add($affineConstraint.value); })*)? RPAREN
      { $value = integerSet(constraints); }
    ;

affineArguments
    : LPAREN (keyword { affineDim($keyword.token); } (COMMA keyword { affineDim($keyword.token); })*)? RPAREN
      (LBRACKET (keyword { affineSymbol($keyword.token); } (COMMA keyword { affineSymbol($keyword.token); })*)? RBRACKET)?
    ;

affineConstraint returns [IntegerSet.Constraint value]
    : left=affineSum relation=(EQUAL_EQUAL | GREATER_EQUAL | LESS_EQUAL) right=affineSum
      { $value = $relation.getType() == LESS_EQUAL ? new IntegerSet.Constraint($right.value.minus($left.value), false)
            : new IntegerSet.Constraint($left.value.minus($right.value), $relation.getType() == EQUAL_EQUAL); }
    ;

affineSum returns [AffineExpr value]
    : first=affineProduct { $value = $first.value; }
      (PLUS more=affineProduct { $value = $value.plus($more.value); } | MINUS less=affineProduct { $value = $value.minus($less.value); })*
    ;

affineProduct returns [AffineExpr value]
    : first=affineFactor { $value = $first.value; }
      (operator=(STAR | FLOORDIV | CEILDIV | MOD) next=affineFactor { $value = affineBinary($operator, $value, $next.value); })*
    ;

affineFactor returns [AffineExpr value]
    @init { beginAffineFactor(); }
    : keyword { $value = affineName($keyword.token); }
    | VALUE_ID { $value = affineOperand($VALUE_ID); }
    | INTEGER { $value = AffineExpr.constant(longValue($INTEGER)); }
    | MINUS affineFactor { $value = $affineFactor.value.times(-1); }
    | LPAREN affineSum RPAREN { $value = $affineSum.value; }
    ;

// ---- locations

// The alias of one that stands behind an operation or an argument may be defined further down.
location[boolean behind] returns [Location value]
    : LOC LPAREN locationBody[$behind] RPAREN { $value = $locationBody.value; }
    ;

locationBody[boolean behind] returns [Location value]
    : UNKNOWN { $value = Location.UNKNOWN; }
    | CALLSITE LPAREN callee=locationBody[false] AT caller=locationBody[false] RPAREN { $value = new Location.CallSite($callee.value, $caller.value); }
    | FUSED { Attribute metadata = null; var parts = new ArrayList<Location>(); } (LESS attribute GREATER { metadata = $attribute.value; })?
      LBRACKET (part=locationBody[false] { parts.add($part.value); } (COMMA part=locationBody[false] { parts.add($part.value); })*)? RBRACKET { $value = Location.fused(metadata, parts); }
    | STRING { $value = Location.named(unquote($STRING)); }
      (COLON line=(INTEGER | HEX) { $value = fileLocation($STRING, $line, null); }
          (COLON column=(INTEGER | HEX) { $value = fileLocation($STRING, $line, $column); }
              (TO (endLine=(INTEGER | HEX))? COLON endColumn=(INTEGER | HEX) { $value = fileRange($STRING, $line, $column, $endLine, $endColumn); })?)?
      | LPAREN child=locationBody[false] RPAREN { $value = new Location.Name(unquote($STRING), $child.value); })?
    | HASH_ID { $value = locationAlias($HASH_ID, $behind); }
    | location[false] { $value = $location.value; }
    ;

// ---- {-# ... #-}

metadata : METADATA_BEGIN (metadataEntry (COMMA metadataEntry)*)? METADATA_END ;

metadataEntry
    : section=key { openSection($section.start, $section.value); } COLON LBRACE (metadataGroup[$section.value] (COMMA metadataGroup[$section.value])*)? RBRACE
    ;

metadataGroup[String section]
    : group=key COLON LBRACE (metadataValue[section, $group.value] (COMMA metadataValue[section, $group.value])*)? RBRACE
    ;

metadataValue[String section, String group]
    : key COLON value=(STRING | TRUE | FALSE) { resource(section, group, $key.value, $value); }
    ;

// Words that mean something in one place are plain names in all others.
keyword returns [org.antlr.v4.runtime.Token token]
    : name=(BARE_ID | LOC) { $token = $name; }
    | reserved { $token = $reserved.token; }
    ;

// As above but for the word that may follow an operation.
word returns [org.antlr.v4.runtime.Token token]
    : BARE_ID { $token = $BARE_ID; }
    | reserved { $token = $reserved.token; }
    ;

reserved returns [org.antlr.v4.runtime.Token token]
    : name=(TRUE | FALSE | UNIT | DENSE | DENSE_RESOURCE | SPARSE | ARRAY | STRIDED | OFFSET | DISTINCT | AFFINE_MAP | AFFINE_SET | FLOORDIV | CEILDIV | MOD
        | UNKNOWN | CALLSITE | FUSED | AT | TO | TUPLE | COMPLEX) { $token = $name; }
    ;
