/// Passes that work on any dialect.
package pim.pass.generic;
