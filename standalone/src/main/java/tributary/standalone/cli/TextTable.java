package tributary.standalone.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table for the terminal: the first column to the left, the others, which are figures, to the right.
final class TextTable {
    private static final String BETWEEN = "  ";

    private TextTable() {}

    static String of(List<String> heads, List<List<String>> rows) {
        var widths = IntStream.range(0, heads.size())
                .map(column -> Stream.concat(Stream.of(heads), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        var rule = IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(BETWEEN));
        return Stream.concat(Stream.of(line(heads, widths), rule), rows.stream().map(row -> line(row, widths)))
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths[column], column == 0))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        var space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }
}
