package tributary.attribution.judge;

/// Takes what judging one deal found. Nothing is told about a deal that is not won. Campaigns are numbers of the
/// catalog, living ones only; models are places in [tributary.attribution.rules.RuleSet#models]; arrays are reused
/// after the call. Calls come in the order below.
public interface DealFindings {
    /// The deal is won: the first call, once.
    ///
    /// @param wonAt microseconds since 1970 UTC
    /// @param closeDay epoch day of the effective close date in the account's zone: where ranges place the deal
    /// @param contacts the deal's contacts (at the win), each once; the first `count` are meant
    void won(long wonAt, int closeDay, int[] contacts, int count);

    /// The deal is a closed deal of this campaign (DEAL-1). Once per campaign.
    ///
    /// @param influencedBy the deal's contacts influenced by the campaign before the win; the first `count` are
    /// meant
    void closed(int campaign, int[] influencedBy, int count);

    /// This deal makes the contact a revenue contact of the campaign (REV-1). Once per pair.
    void revenueContact(int campaign, int contact);

    /// The deal takes part in revenue attribution with this amount (ATT-3, D-43); credit follows.
    void eligible(long amountMinor);

    /// What one model credits to one campaign, in minor units; each pair at most once, zeros left out.
    void attributed(int model, int campaign, long minor);

    /// What one model credits to interactions of any living campaign, each once, and what is left to none; both add
    /// up to the amount (D-45). Once per model.
    void credited(int model, long minor, long unattributedMinor);
}
