package pim.ir;

/// An operation whose result, or the first of several, has a name where programs are printed in custom forms, rather than a number.
public interface NamedResult extends Op {
    /// The name without its percent sign, of letters, digits and `$._-`. Where it is taken already, a number comes behind it.
    String resultName();
}
