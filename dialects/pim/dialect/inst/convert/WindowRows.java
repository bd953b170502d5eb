package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.graph.Window;
import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Span;
import pim.dialect.tile.Unfolding;

/// Where the inputs of matrix rows lie in a window: as few strided loads as possible.
///
/// Rows are counted tap by tap. When a tap wants all channels of the map, the taps of a kernel row lie side by side and make one line; otherwise
/// each tap is a line. Whole lines that are equally far apart are loaded together, partial ones at the ends alone.
final class WindowRows {
    /// One load.
    ///
    /// @param row    the matrix row that the first element is for
    /// @param offset from the first element of the window's first tap, bytes
    /// @param span   in global memory
    record Piece(long row, long offset, Span span) {}

    private final int width;
    private final long line, linesAcross, across, down, start;

    /// @param groupBegin first convolution group of the matrix
    /// @param groupEnd   behind its last
    WindowRows(BufferLayout input, Unfolding unfolding, Window window, long groupBegin, long groupEnd) {
        width = input.width();
        long channels = (groupEnd - groupBegin) * unfolding.inputs();
        boolean wholeRows = channels == input.channels() && window.dilations()[1] == 1;
        line = wholeRows ? unfolding.kernelWidth() * channels : channels;
        linesAcross = wholeRows ? 1 : unfolding.kernelWidth();
        across = window.dilations()[1] * input.pixel();
        down = window.dilations()[0] * input.row();
        start = groupBegin * unfolding.inputs() * width;
    }

    /// The loads for rows `[begin, end)`.
    List<Piece> pieces(long begin, long end) {
        var pieces = new ArrayList<Piece>();
        for (long row = begin; row < end; ) {
            long number = row / line, within = row % line, whole = (end - row) / line;
            long rows = 1, size = Math.min(line - within, end - row), stride = 0;
            if (within == 0 && whole > 0) {
                size = line;
                rows = linesAcross == 1 ? whole : Math.min(whole, linesAcross - number % linesAcross);
                stride = linesAcross == 1 ? down : across;
            }
            long offset = start + number / linesAcross * down + number % linesAcross * across + within * width;
            pieces.add(new Piece(row, offset, new Span(size * width, rows, rows == 1 ? size * width : stride)));
            row += size * rows;
        }
        return pieces;
    }
}
