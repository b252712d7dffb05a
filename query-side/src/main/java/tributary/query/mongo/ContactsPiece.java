package tributary.query.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tributary.query.figures.ContactList;

/// Some of the contacts that a campaign, or the account, has to do with.
///
/// @param campaign id, or `null`
/// @param bucket which of its documents of contacts
record ContactsPiece(String campaign, int bucket, Collection<Line> lines) implements Piece {
    /// A contact; [#NEVER] where it is not in a list.
    static final class Line {
        static final long NEVER = Long.MIN_VALUE;

        private final String contact;
        private long firstTouch = NEVER;
        private long lastTouch = NEVER;
        private long influenced = NEVER;
        private long revenueSince = NEVER;
        private final List<Influence> influences = new ArrayList<>(2);

        Line(String contact) {
            this.contact = contact;
        }

        void firstTouch(long createdAt) {
            firstTouch = createdAt;
        }

        void lastTouch(long createdAt) {
            lastTouch = createdAt;
        }

        void influenced(long at) {
            influenced = at;
        }

        /// The earliest of all that are told.
        void revenueSince(long at) {
            revenueSince = revenueSince == NEVER ? at : Math.min(revenueSince, at);
        }

        void influence(String by, long at) {
            influences.add(new Influence(by, at));
        }

        private void tell(DocumentWriter out) {
            out.document().text(Field.CONTACT, contact);
            moment(out, ContactList.FIRST_TOUCH.word(), firstTouch);
            moment(out, ContactList.LAST_TOUCH.word(), lastTouch);
            moment(out, ContactList.INFLUENCED.word(), influenced);
            moment(out, Field.REVENUE_SINCE, revenueSince);
            if (!influences.isEmpty()) {
                out.array(Field.INFLUENCES);
                for (var each : influences)
                    out.document()
                            .text(Field.BY, each.by)
                            .instant(Field.AT, each.at)
                            .endDocument();
                out.endArray();
            }
            out.endDocument();
        }

        private static void moment(DocumentWriter out, String name, long at) {
            if (at != NEVER) out.instant(name, at);
        }
    }

    /// @param by `TYPE/ID`, with `UTM` for a UTM value
    private record Influence(String by, long at) {}

    @Override
    public String collection() {
        return ReadModels.CONTACTS;
    }

    @Override
    public void identify(DocumentWriter out) {
        out.textOrNull(Field.CAMPAIGN, campaign).number(Field.BUCKET, bucket);
    }

    @Override
    public void tell(DocumentWriter out, Stamp stamp) {
        out.array(Field.CONTACTS);
        lines.forEach(line -> line.tell(out));
        out.endArray();
    }
}
