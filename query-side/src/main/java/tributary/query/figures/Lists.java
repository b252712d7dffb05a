package tributary.query.figures;

/// Reads the lists behind the counts out of the contributions of persons: those of one campaign, or of the account,
/// in one range.
final class Lists {
    private final Records persons;
    private final PersonsByCampaign where;
    private final DayCalendar calendar;
    private final int campaign;
    private final long fromDay;
    private final long toDay;

    Lists(Records persons, PersonsByCampaign where, DayCalendar calendar, int campaign, long fromDay, long toDay) {
        this.persons = persons;
        this.where = where;
        this.calendar = calendar;
        this.campaign = campaign;
        this.fromDay = fromDay;
        this.toDay = toDay;
    }

    /// @param touch [Entry#FIRST_TOUCH] or [Entry#LAST_TOUCH]
    void newContacts(int touch, Figures.ContactConsumer out) {
        each((contact, entry, at) -> {
            if (Entry.what(entry) == touch && counts(entry, Entry.FIRST, Entry.ANY) && inRange(at))
                out.contact(contact, at);
        });
    }

    void influenced(Figures.ContactConsumer out) {
        each((contact, entry, at) -> {
            if (Entry.what(entry) == Entry.INFLUENCE && counts(entry, Entry.FIRST, Entry.OF_CAMPAIGN) && inRange(at))
                out.contact(contact, at);
        });
    }

    void pairs(Figures.PairConsumer out) {
        each((contact, entry, at) -> {
            if (Entry.what(entry) == Entry.INFLUENCE && counts(entry, Entry.OF_KEY, Entry.ANY) && inRange(at))
                out.pair(contact, Entry.number(entry), at);
        });
    }

    /// Of these contacts, since when they can be revenue contacts; account-wide the earliest of all campaigns.
    void revenue(ContactSet contacts, Figures.ContactConsumer out) {
        var since = new ContactMoments();
        each((contact, entry, at) -> {
            if (Entry.what(entry) == Entry.REVENUE_SINCE
                    && (campaign == Figures.ACCOUNT || Entry.campaign(entry) == campaign)
                    && contacts.has(contact)) since.meet(contact, at);
        });
        since.each(out);
    }

    /// Of a campaign, entries of this campaign with `mark`; of the account, those with `markOfAll`.
    private boolean counts(long entry, long markOfAll, long mark) {
        return campaign == Figures.ACCOUNT
                ? Entry.is(entry, markOfAll)
                : Entry.campaign(entry) == campaign && Entry.is(entry, mark);
    }

    private boolean inRange(long at) {
        var day = calendar.day(at);
        return day >= fromDay && day <= toDay;
    }

    private void each(Visitor visitor) {
        where.each(campaign, person -> {
            if (persons.has(person)) each(persons.array(person), persons.start(person), visitor);
        });
    }

    private static void each(long[] longs, int start, Visitor visitor) {
        var contact = PersonContribution.contact(longs, start);
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at]))
            if (Entry.what(longs[at]) != Entry.SESSION) visitor.entry(contact, longs[at], longs[at + 1]);
    }

    private interface Visitor {
        void entry(int contact, long entry, long at);
    }
}
