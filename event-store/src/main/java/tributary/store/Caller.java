package tributary.store;

import java.util.Set;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// Who calls, as the token says.
///
/// @param account in which it acts; `null` for the server's admin when no account was named
/// @param source id of the token: once-only ids count per source
/// @param admin whether it is the server's admin, who may do everything
public record Caller(AccountId account, String source, Set<String> scopes, boolean admin) {
    /// The request attribute under which resources find who calls.
    public static final String ATTRIBUTE = "tributary.caller";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /// @throws Refusal.Forbidden if the token lacks the scope
    public void require(String scope) {
        if (!may(scope)) throw new Refusal.Forbidden(scope);
    }

    public boolean may(String scope) {
        return admin || scopes.contains(scope);
    }
}
