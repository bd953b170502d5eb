lexer grammar PimLexer;

// The tokens of MLIR, most of which ShortcutLexer tells without what is generated from this. A shape and the word before it are one token, so that `4x8xf32` needs no second look; the same extents within
// other brackets are a token too.
SHAPED     : ('tensor' | 'vector' | 'memref') BLANK* '<' BLANK* (('*' | (EXTENT BLANK* 'x' BLANK*)* EXTENT) BLANK* 'x' BLANK*)? ;
EXTENTS    : (([0-9]+ | '?') 'x')+ ;
fragment EXTENT : [0-9]+ | '?' | '[' BLANK* [0-9]+ BLANK* ']' ;
fragment BLANK  : [ \t\r\n] ;

TRUE       : 'true' ;
FALSE      : 'false' ;
UNIT       : 'unit' ;
DENSE      : 'dense' ;
DENSE_RESOURCE : 'dense_resource' ;
SPARSE     : 'sparse' ;
ARRAY      : 'array' ;
STRIDED    : 'strided' ;
OFFSET     : 'offset' ;
DISTINCT   : 'distinct' ;
AFFINE_MAP : 'affine_map' ;
AFFINE_SET : 'affine_set' ;
FLOORDIV   : 'floordiv' ;
CEILDIV    : 'ceildiv' ;
MOD        : 'mod' ;
LOC        : 'loc' ;
UNKNOWN    : 'unknown' ;
CALLSITE   : 'callsite' ;
FUSED      : 'fused' ;
AT         : 'at' ;
TO         : 'to' ;
TUPLE      : 'tuple' ;
COMPLEX    : 'complex' ;

BARE_ID    : [a-zA-Z_] [a-zA-Z0-9_$.]* ;
VALUE_ID   : '%' SUFFIX ;
BLOCK_ID   : '^' SUFFIX ;
SYMBOL_ID  : '@' ([a-zA-Z_] [a-zA-Z0-9_$.]* | STRING) ;
HASH_ID    : '#' SUFFIX ;
TYPE_ID    : '!' SUFFIX ;
fragment SUFFIX : [0-9]+ | [a-zA-Z_$.-] [a-zA-Z0-9_$.-]* ;

INTEGER    : [0-9]+ ;
HEX        : '0x' [0-9a-fA-F]+ ;
FLOAT      : [0-9]+ '.' [0-9]* ([eE] [-+]? [0-9]+)? ;
STRING     : '"' (~["\\\n\r\u000B\f] | '\\' (["\\nt] | [0-9a-fA-F] [0-9a-fA-F]))* '"' ;

ARROW      : '->' ;
METADATA_BEGIN : '{-#' ;
METADATA_END   : '#-}' ;
LBRACE     : '{' ;
RBRACE     : '}' ;
LPAREN     : '(' ;
RPAREN     : ')' ;
LBRACKET   : '[' ;
RBRACKET   : ']' ;
LESS       : '<' ;
GREATER    : '>' ;
DOUBLE_COLON : '::' ;
COLON      : ':' ;
COMMA      : ',' ;
EQUAL      : '=' ;
EQUAL_EQUAL : '==' ;
GREATER_EQUAL : '>=' ;
LESS_EQUAL : '<=' ;
MINUS      : '-' ;
PLUS       : '+' ;
STAR       : '*' ;
QUESTION   : '?' ;
BAR        : '|' ;
SLASH      : '/' ;
ELLIPSIS   : '...' ;

SPACE      : [ \t\r\n\u0000]+ -> skip ;
COMMENT    : '//' ~[\r\n]* -> skip ;
OPEN_STRING : '"' (~["\\\n\r] | '\\' ~[\r\n])* ;
OTHER      : . ;
