package tributary.query.journey;

import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.journey.Touches;

/// Strands as they were at one moment, to be written: whose they are and how many touches they have, then the
/// touches, those of one strand behind those of the strand before. A strand that nobody acts in makes the same
/// bytes each time, and so do the strands beside it.
final class StillStrands {
    /// So many touches are written together, at most.
    private static final int GROUP = 1 << 16;

    /// So many strands begin a piece of their own.
    private static final int STRANDS_A_PIECE = 1 << 13;

    private final int[] fields;
    private final Touches[] blocks;

    /// @param fields as [Strands] has them
    StillStrands(int[] fields, Touches[] blocks) {
        this.fields = fields;
        this.blocks = blocks;
    }

    void write(ColumnsOut out) {
        out.ints(fields, Strands.HOLDER, fields.length, Strands.FIELDS);
        out.ints(fields, Strands.COUNT, fields.length, Strands.FIELDS);
    }

    void writeTouches(ColumnsOut out) {
        var group = new Touches(GROUP);
        var strands = fields.length / Strands.FIELDS;
        for (var first = 0; first < strands; first += STRANDS_A_PIECE) {
            var end = Math.min(strands, first + STRANDS_A_PIECE);
            var rows = 0;
            for (var strand = first; strand < end; strand++) {
                var count = fields[strand * Strands.FIELDS + Strands.COUNT];
                var place = fields[strand * Strands.FIELDS + Strands.PLACE];
                for (var done = 0; done < count; ) {
                    if (rows == GROUP) {
                        group.write(out, rows);
                        rows = 0;
                    }
                    var part = Math.min(count - done, GROUP - rows);
                    Touches.copy(blocks[Slabs.number(place)], Slabs.row(place) + done, group, rows, part);
                    rows += part;
                    done += part;
                }
            }
            group.write(out, rows);
            out.cut();
        }
    }

    /// Fills the rows that strands have for their touches.
    static void read(ColumnsIn in, Strands into) {
        var group = new Touches(GROUP);
        for (var first = 0; first < into.size(); first += STRANDS_A_PIECE) {
            var end = Math.min(into.size(), first + STRANDS_A_PIECE);
            group.read(in);
            var row = 0;
            for (var strand = first; strand < end; strand++) {
                var count = into.count(strand);
                for (var done = 0; done < count; ) {
                    if (row == GROUP) {
                        group.read(in);
                        row = 0;
                    }
                    var part = Math.min(count - done, GROUP - row);
                    Touches.copy(group, row, into.block(strand), into.from(strand) + done, part);
                    row += part;
                    done += part;
                }
            }
        }
    }
}
