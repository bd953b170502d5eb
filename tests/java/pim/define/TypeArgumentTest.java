package pim.define;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pim.ir.Value;

class TypeArgumentTest {
    @SuppressWarnings("rawtypes")
    record Components(List<Value> values, Optional<String> text, Optional<List<Long>> nested, List<? extends Value> wild, List<long[]> arrays,
                      Map<String, List<Value>> two, List<Map.Entry<String, Long>> inner, int none, List raw, Value[] array) {}

    @Test void theArgumentIsWhatTheJvmReads() {
        int arguments = 0;
        for (var component : Components.class.getRecordComponents()) {
            if (component.getGenericType() instanceof ParameterizedType type) {
                arguments++;
                assertEquals(type.getActualTypeArguments()[0], TypeArgument.of(component), component::toString);
            } else assertNull(TypeArgument.of(component), component::toString);
        }
        assertEquals(7, arguments);
    }
}
