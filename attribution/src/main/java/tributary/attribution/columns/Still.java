package tributary.attribution.columns;

import java.util.List;

/// What something held at one moment: it may go on changing, and this be written whenever there is time.
@FunctionalInterface
public interface Still {
    void write(ColumnsOut out);

    /// One behind the other.
    static Still of(Still... parts) {
        var all = List.of(parts);
        return out -> all.forEach(part -> part.write(out));
    }
}
