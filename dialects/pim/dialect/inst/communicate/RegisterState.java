package pim.dialect.inst.communicate;

/// What has become of an event register.
///
/// @param count     how often it was counted since it was cleared
/// @param clearings how often it was cleared
/// @param cleared   what cleared it last, or null
/// @param clearedAt when that was, by the clock of the register's core; 0 where it never was
/// @param counted   what counted it last, or null
/// @param counter   on which core
/// @param countedAt when that was, by the clock of that core; 0 where it never was
/// @param carried   what those know that have counted it since it was cleared, a row of [Clocks]; null where nobody has
record RegisterState(long count, long clearings, Exchange.Await cleared, long clearedAt, Exchange.Sync counted, Party counter, long countedAt,
                     long[] carried) {
    static final RegisterState UNTOUCHED = new RegisterState(0, 0, null, 0, null, null, 0, null);

    RegisterState count(Exchange.Sync by, Party party, long time, long[] known) {
        return new RegisterState(count + 1, clearings, cleared, clearedAt, by, party, time, Clocks.merged(carried, known));
    }

    RegisterState clear(Exchange.Await by, long time) {
        return new RegisterState(0, clearings + 1, by, time, counted, counter, countedAt, null);
    }

    /// What becomes of it when what has happened since `then` happens so many times more.
    RegisterState repeat(RegisterState then, long times) {
        return new RegisterState(count + times * (count - then.count), clearings + times * (clearings - then.clearings), cleared, clearedAt, counted,
            counter, countedAt, carried);
    }
}
