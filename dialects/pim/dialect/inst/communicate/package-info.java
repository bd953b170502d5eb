/// What cores wait for: a check without values that they cannot wait for each other for ever, and the words for it when they do.
package pim.dialect.inst.communicate;
