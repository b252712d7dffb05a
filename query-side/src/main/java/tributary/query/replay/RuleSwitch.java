package tributary.query.replay;

import tributary.store.Caller;

/// Where it is recorded that an account is judged by another rule set from now on.
@FunctionalInterface
public interface RuleSwitch {
    /// Makes this the account's rule set, for all reports that name none. When the call returns, the fact is
    /// stored; if it is the account's rule set already, nothing is recorded.
    void activate(Caller caller, String name);
}
