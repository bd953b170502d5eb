package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionCodecTest {
    enum Order { TOP_DOWN, BOTTOM_UP }

    enum Twins { A_B, a_b }

    record Components(List<Order> orders, Order order, Twins twins, Optional<String> perhaps, List<List<Long>> nested) {}

    private static OptionCodec codec(String name) {
        for (var component : Components.class.getRecordComponents()) if (component.getName().equals(name)) return OptionCodec.of(component);
        throw new AssertionError(name);
    }

    private static String refusal(String name) {
        return assertThrows(IllegalArgumentException.class, () -> codec(name)).getMessage();
    }

    @Test void constantsAreReadAndPrintedAsTheyAreSpelled() {
        assertEquals("one of top_down, bottom_up", codec("order").description());
        assertEquals(Order.BOTTOM_UP, codec("order").decode().apply("bottom_up"));
        assertNull(codec("order").decode().apply("BOTTOM_UP"));
        assertTrue(codec("orders").isList());
        assertEquals("{bottom_up,top_down}", codec("orders").print(List.of(Order.BOTTOM_UP, Order.TOP_DOWN)));
    }

    @Test void whatCannotBeAnOptionIsRefused() {
        assertEquals("an option of a pass cannot be a java.util.Optional", refusal("perhaps"));
        assertEquals("an option of a pass cannot be a java.util.List", refusal("nested"));
        assertEquals("pim.pass.OptionCodecTest$Twins.A_B and a_b are spelled alike", refusal("twins"));
    }
}
