package tributary.store;

import java.util.List;
import java.util.Optional;
import tributary.events.AccountId;

/// The replays that were asked for, so that a process which ends does not take them with it. Each change joins the
/// transaction of this thread, if there is one, and is a transaction of its own otherwise.
public interface AskedReplays {
    /// So many of an account are remembered; of those that have ended the oldest are forgotten first.
    int REMEMBERED = 100;

    /// Remembers a replay, unless another one of its account has not ended yet.
    ///
    /// @return the id of the other one, if there is one
    Optional<String> remember(AskedReplay asked);

    /// The replay of this account and id, unless it was forgotten.
    Optional<AskedReplay> find(AccountId account, String id);

    /// Those of an account, the latest first.
    List<AskedReplay> of(AccountId account);

    /// Those of all accounts that have not ended, the earliest first.
    List<AskedReplay> open();

    /// Makes a process the holder, unless the replay has ended or was given a sign of life meanwhile.
    ///
    /// @param beats as last seen
    /// @return whether it is the holder now
    boolean takeUp(String id, long beats, String holder);

    /// A sign of life of its holder: keeps how far it is, or that it has ended.
    ///
    /// @return whether this was still its holder; otherwise nothing is changed
    boolean keep(String id, String holder, int attempts, boolean ended, String told);

    /// Leaves it to whoever takes it up next.
    void leave(String id, String holder, int attempts);

    /// Asks its holder to end it.
    void unwant(AccountId account, String id);
}
