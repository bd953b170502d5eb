/// Several things at a time, on all processors of the machine.
package pim.parallel;
