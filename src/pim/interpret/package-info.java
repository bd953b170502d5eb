/// Running programs as they are at any level of the IR.
package pim.interpret;
