package pim.tool;

import java.util.Arrays;

/// The shapes of `--shape input=1x3x224x224`, as `int[]`: extents above zero.
public final class NamedShapes extends NamedValues {
    @Override protected int[] value(String text) {
        if (!text.matches("[1-9][0-9]{0,8}(x[1-9][0-9]{0,8})*")) return null;
        return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
    }
}
