package pim.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Property(tries = 200)
    void theDistanceIsAMetric(@ForAll @AlphaChars @StringLength(max = 6) String a, @ForAll @AlphaChars @StringLength(max = 6) String b,
                              @ForAll @AlphaChars @StringLength(max = 6) String c) {
        assertEquals(a.equals(b), Spelling.distance(a, b) == 0);
        assertEquals(Spelling.distance(a, b), Spelling.distance(b, a));
        assertTrue(Spelling.distance(a, c) <= Spelling.distance(a, b) + Spelling.distance(b, c));
        assertTrue(Spelling.distance(a, b) <= Math.max(a.length(), b.length()));
    }

    @Test void theNearestNameIsSuggestedWhereOneIsNear() {
        var known = List.of("canonicalize", "cse", "dce");
        assertEquals("; did you mean 'canonicalize'?", Spelling.suggestion("canonicalise", known));
        assertEquals("; did you mean 'cse'?", Spelling.suggestion("csse", known));
        assertEquals("", Spelling.suggestion("graph-quantize", known));
    }
}
