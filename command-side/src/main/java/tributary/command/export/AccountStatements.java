package tributary.command.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tributary.events.AccountEvent;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.AccountEvent.RuleSetDefined;
import tributary.events.AccountId;

/// What an account is at present: its rule sets, in the order of their making, and of each setting the last word with
/// when it was said (D-13), which is all that figures know of settings.
final class AccountStatements {
    private final Map<String, Instant> saidAt = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<AccountEvent> ruleSets = new ArrayList<>();

    private AccountStatements() {}

    /// @return definitions of rule sets, then changes of settings, one for each instant
    static List<AccountEvent> of(List<AccountEvent> events) {
        var statements = new AccountStatements();
        AccountId account = null;
        for (var event : events) {
            account = event.account();
            switch (event) {
                case AccountOpened opened -> statements.remember(opened.settings(), opened.at());
                case AccountChanged changed -> statements.remember(changed.settings(), changed.at());
                case RuleSetDefined defined -> statements.ruleSets.add(defined);
                case AccountEvent.PipelineDefined _, AccountEvent.RateSet _ -> {}
            }
        }
        return statements.all(account);
    }

    private void remember(Map<String, String> said, Instant at) {
        said.forEach((setting, value) -> {
            if (at.isBefore(saidAt.getOrDefault(setting, Instant.MIN))) return;
            settings.put(setting, value);
            saidAt.put(setting, at);
        });
    }

    private List<AccountEvent> all(AccountId account) {
        var byInstant = new TreeMap<Instant, Map<String, String>>();
        settings.forEach((setting, value) -> byInstant
                .computeIfAbsent(saidAt.get(setting), _ -> new HashMap<>())
                .put(setting, value));
        var all = new ArrayList<>(ruleSets);
        byInstant.forEach((at, said) -> all.add(new AccountChanged(account, said, at)));
        return all;
    }
}
