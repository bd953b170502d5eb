package pim.dialect.sim;

import pim.define.Format;
import pim.define.Is;
import pim.ir.Operation;
import pim.simulate.Action;

/// What an instruction does while it holds its unit, one after the other. Accesses and computations add up to a time that passes at the next
/// `sim.elapse`.
public sealed interface TimedAction extends Sim {
    /// What it is to the simulator.
    default Action action() {
        return switch (this) {
            case Access(var duration) -> new Action.Access(duration);
            case Compute(var duration) -> new Action.Compute(duration);
            case Elapse() -> new Action.Elapse();
            case Load(var request, var access, var answer) -> new Action.Load(request, access, answer);
            case Store(var bytes, var access) -> new Action.Store(bytes, access);
            case Offer(var bytes) -> new Action.Offer(bytes);
            case Transmit(var bytes) -> new Action.Transmit(bytes);
            case Accept(var bytes) -> new Action.Accept(bytes);
            case Signal(var bytes) -> new Action.Signal(bytes);
            case Await() -> new Action.Await();
        };
    }

    /// The op that says `action`.
    static TimedAction of(Action action) {
        return switch (action) {
            case Action.Access(var duration) -> new Access(duration);
            case Action.Compute(var duration) -> new Compute(duration);
            case Action.Elapse() -> new Elapse();
            case Action.Load(var request, var access, var answer) -> new Load(request, access, answer);
            case Action.Store(var bytes, var access) -> new Store(bytes, access);
            case Action.Offer(var bytes) -> new Offer(bytes);
            case Action.Transmit(var bytes) -> new Transmit(bytes);
            case Action.Accept(var bytes) -> new Accept(bytes);
            case Action.Signal(var bytes) -> new Signal(bytes);
            case Action.Await() -> new Await();
        };
    }

    @Override default String verify(Operation self) {
        return self.parent() != null && self.parent().has(Structure.Issue.class) ? null : "expects to be within a sim.issue";
    }

    /// Takes the port of the core's local memory for a time, behind whoever has it.
    @Format(value = "custom<Time>($duration) attr-dict", parts = Time.class)
    record Access(@Is(Duration.class) long duration) implements TimedAction {}

    /// Works for a time.
    @Format(value = "custom<Time>($duration) attr-dict", parts = Time.class)
    record Compute(@Is(Duration.class) long duration) implements TimedAction {}

    /// Waits until what came before is over.
    @Format("attr-dict")
    record Elapse() implements TimedAction {}

    /// Asks global memory for data and waits until it answers.
    ///
    /// @param request bytes of the question
    /// @param access  time that the port of the global memory is taken
    /// @param answer  bytes of the answer as the network counts them
    @Format(value = "`request` $request `access` custom<Time>($access) `answer` $answer attr-dict", parts = Time.class)
    record Load(@Is(Size.class) long request, @Is(Duration.class) long access, @Is(Size.class) long answer) implements TimedAction {}

    /// Gives bytes to global memory and waits until they are there.
    ///
    /// @param access time that the port of the global memory is taken
    @Format(value = "$bytes `access` custom<Time>($access) attr-dict", parts = Time.class)
    record Store(@Is(Size.class) long bytes, @Is(Duration.class) long access) implements TimedAction {}

    /// Tells the other core, by a message of so many bytes, that there is something for it, and waits until it wants it.
    @Format("$bytes attr-dict")
    record Offer(@Is(Size.class) long bytes) implements TimedAction {}

    /// Sends what was offered, so many bytes, to the other core and goes on.
    @Format("$bytes attr-dict")
    record Transmit(@Is(Size.class) long bytes) implements TimedAction {}

    /// Waits for the other core's offer, permits it by a message of so many bytes, and waits for what it transmits.
    @Format("$bytes attr-dict")
    record Accept(@Is(Size.class) long bytes) implements TimedAction {}

    /// Adds one to the event register of the other core, by a message of so many bytes, and goes on.
    @Format("$bytes attr-dict")
    record Signal(@Is(Size.class) long bytes) implements TimedAction {}

    /// Waits until the event register of the own core has the value, and sets it to zero.
    @Format("attr-dict")
    record Await() implements TimedAction {}
}
