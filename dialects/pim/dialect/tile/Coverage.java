package pim.dialect.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Whether array groups hold each weight of a layer exactly once.
final class Coverage {
    private Coverage() {}

    /// What is wrong with `groups` as the array groups of one replica, as it reads behind `tile.replica`; null when nothing is.
    static String verify(Unfolding unfolding, List<ArrayGroup> groups) {
        var matrices = new LinkedHashMap<String, List<ArrayGroup>>();
        for (var group : groups) {
            var wrong = bounds(unfolding, group);
            if (wrong != null) return wrong;
            matrices.computeIfAbsent(ArrayGroup.range(group.groupBegin(), group.groupEnd()), _ -> new ArrayList<>()).add(group);
        }
        long next = 0;
        for (var matrix : matrices.values().stream().sorted(Comparator.comparingLong(m -> m.getFirst().groupBegin())).toList()) {
            var first = matrix.getFirst();
            if (first.groupBegin() != next) return conv(next, first.groupBegin());
            next = first.groupEnd();
            var wrong = exactlyOnce(unfolding, matrix);
            if (wrong != null) return wrong;
        }
        return next == unfolding.groups() ? null : conv(next, unfolding.groups());
    }

    private static String conv(long expected, long got) {
        return "expects each convolution group in exactly one matrix, so one whose groups begin with " + expected + ", but got "
            + (got < expected ? "one that begins with " + got + " too" : "none before " + got);
    }

    private static String bounds(Unfolding unfolding, ArrayGroup group) {
        long n = group.groupEnd() - group.groupBegin();
        var wrong = within("convolution groups", unfolding.groups(), group.groupBegin(), group.groupEnd());
        if (wrong == null) wrong = within("rows", unfolding.rows(n), group.rowBegin(), group.rowEnd());
        return wrong != null ? wrong : within("columns", unfolding.cols(n), group.colBegin(), group.colEnd());
    }

    private static String within(String what, long limit, long begin, long end) {
        if (begin >= 0 && begin < end && end <= limit) return null;
        return "expects " + what + " within " + ArrayGroup.range(0, limit) + ", but got " + ArrayGroup.range(begin, end);
    }

    /// A sweep over the rows: no two rectangles overlap, and together they are as large as the matrix.
    private static String exactlyOnce(Unfolding unfolding, List<ArrayGroup> matrix) {
        var active = new TreeMap<Long, ArrayGroup>();
        var ending = new PriorityQueue<>(Comparator.comparingLong(ArrayGroup::rowEnd));
        long covered = 0;
        for (var group : matrix.stream().sorted(Comparator.comparingLong(ArrayGroup::rowBegin)).toList()) {
            while (!ending.isEmpty() && ending.peek().rowEnd() <= group.rowBegin()) active.remove(ending.poll().colBegin());
            var below = active.lowerEntry(group.colEnd());
            if (below != null && below.getValue().colEnd() > group.colBegin()) {
                return "expects each weight in exactly one array group, but got it in two: " + below.getValue() + " and " + group;
            }
            active.put(group.colBegin(), group);
            ending.add(group);
            covered += group.rows() * group.cols();
        }
        var any = matrix.getFirst();
        long n = any.groupEnd() - any.groupBegin(), all = unfolding.rows(n) * unfolding.cols(n);
        if (covered == all) return null;
        var matrixOf = unfolding.rows(n) + "x" + unfolding.cols(n) + " matrix of convolution groups ";
        return "expects array groups for all " + all + " places of the " + matrixOf
            + ArrayGroup.range(any.groupBegin(), any.groupEnd()) + ", but got " + covered;
    }
}
