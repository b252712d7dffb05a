package tributary.events;

/// A campaign, unique within its account.
public record CampaignId(String value) {
    public CampaignId {
        Blank.refuse(value, "campaign id");
    }

    @Override
    public String toString() {
        return value;
    }
}
