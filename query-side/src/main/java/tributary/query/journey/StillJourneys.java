package tributary.query.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.TrafficSource;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;
import tributary.attribution.columns.UnreadableColumnsException;
import tributary.attribution.journey.Person.Creation.By;
import tributary.events.AccountId;
import tributary.events.ContactEvent.Source;
import tributary.query.directory.ContactEntry.Status;

/// Journeys of an account as they were at one moment, to be written whenever there is time
/// (docs/snapshot-format.md).
public final class StillJourneys {
    /// To be raised when other bytes are written, or when facts are folded otherwise than before: then what was
    /// written before is passed over, and journeys are folded from all facts.
    public static final int VERSION = 1;

    private static final String MAGIC = "tributary journeys";

    private final AccountId account;
    private final long position;
    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, Still still) {}

    StillJourneys(AccountId account, long position) {
        this.account = account;
        this.position = position;
    }

    StillJourneys with(String name, Still... still) {
        parts.add(new Part(name, Still.of(still)));
        return this;
    }

    public AccountId account() {
        return account;
    }

    /// Of the last fact that was applied.
    public long position() {
        return position;
    }

    /// @param pieces takes one piece after the other, of a few megabytes at most; no other work is done meanwhile
    public void write(Consumer<byte[]> pieces) {
        var out = new ColumnsOut(pieces);
        out.text(MAGIC);
        out.number(VERSION);
        out.texts(constants());
        out.text(account.value());
        out.number(position);
        for (var part : parts) {
            out.section(part.name);
            part.still.write(out);
        }
        out.end();
    }

    /// @return the position
    static long readHead(ColumnsIn in, AccountId account) {
        if (!MAGIC.equals(in.text())) throw new UnreadableColumnsException("these are no journeys");
        var version = in.number();
        if (version != VERSION)
            throw new UnreadableColumnsException("version " + version + " is not known; expected " + VERSION);
        if (!in.texts().equals(constants()))
            throw new UnreadableColumnsException("it was written by a program that knows other constants");
        if (!account.value().equals(in.text())) throw new UnreadableColumnsException("these are of another account");
        return in.number();
    }

    /// What is written as a number means the constant in this place.
    private static List<String> constants() {
        return Stream.<Enum<?>[]>of(
                        AssetType.values(),
                        Kind.values(),
                        Doubt.values(),
                        SessionOrigin.values(),
                        TrafficSource.values(),
                        By.values(),
                        Source.values(),
                        Status.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .toList();
    }
}
