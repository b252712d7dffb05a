package tributary.query.figures;

/// What a campaign, or the account ([Figures#ACCOUNT]), counts on one day, copied out of figures.
public final class DayCopy {
    private final int campaign;
    private final long day;
    private final long[] values;
    private final int[] revenueContacts;

    DayCopy(int campaign, long day, long[] values, int[] revenueContacts) {
        this.campaign = campaign;
        this.day = day;
        this.values = values;
        this.revenueContacts = revenueContacts;
    }

    public int campaign() {
        return campaign;
    }

    /// Since 1970, in the account's zone.
    public long day() {
        return day;
    }

    /// A count, or minor units of money. Not for revenue under a model, nor for revenue contacts.
    public long value(Metric metric) {
        return values[Tally.series(metric)];
    }

    /// Minor units of attributed revenue under a model.
    public long attributed(int model) {
        return values[Tally.attributed(model)];
    }

    /// Minor units of all deals that attribution is about; of the account only.
    public long attributable() {
        return values[Tally.total()];
    }

    /// The revenue contacts of deals that closed on this day, each once, ascending.
    public int[] revenueContacts() {
        return revenueContacts.clone();
    }
}
