package tributary.query.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountEvent.RuleSetDefined;
import tributary.events.Refusal;
import tributary.events.StoredName;
import tributary.store.codec.FactCodec;

/// The rule sets that an account can be judged under: the presets, then its own in the order of their making. A
/// name means the same for ever.
public final class RuleSets {
    private static final String DEFINED = StoredName.of(RuleSetDefined.class).stored();

    private final Map<String, Made> own = new LinkedHashMap<>();
    private final List<RuleSetDefined> definitions = new ArrayList<>();

    /// @param base name of the rule set it was made of; a preset has none
    public record Made(RuleSet rules, Optional<String> base) {}

    /// @throws RuntimeException if this program cannot read the parameters: then no figure would be right
    void define(RuleSetDefined defined) {
        var rules = required(defined.base()).rules().changed(defined.name(), defined.parameters());
        own.put(defined.name(), new Made(rules, Optional.of(defined.base())));
        definitions.add(defined);
    }

    /// As the facts that defined them.
    Still still() {
        var kept = List.copyOf(definitions);
        return out -> {
            var codec = new FactCodec();
            out.text(FactCodec.REVISION);
            out.number(kept.size());
            for (var defined : kept) {
                var encoded = codec.encode(defined);
                out.bytes(encoded, encoded.length);
            }
        };
    }

    void read(ColumnsIn in) {
        var codec = new FactCodec();
        var revision = in.text();
        for (var left = in.integer(); left > 0; left--)
            define((RuleSetDefined) codec.decode(DEFINED, revision, in.bytes()));
    }

    public Optional<Made> find(String name) {
        return RuleSet.find(name)
                .map(preset -> new Made(preset, Optional.empty()))
                .or(() -> Optional.ofNullable(own.get(name)));
    }

    /// @throws Refusal.Invalid if there is none, naming those there are
    public Made required(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal.Invalid(
                                "unknown-rule-set",
                                "There is no such rule set",
                                "there is no rule set " + shown(name) + "; there are " + String.join(", ", names()))
                        .with("ruleSet", shown(name)));
    }

    public List<Made> all() {
        var all = new ArrayList<Made>();
        for (var preset : RuleSet.presets()) all.add(new Made(preset, Optional.empty()));
        all.addAll(own.values());
        return all;
    }

    private List<String> names() {
        return all().stream().map(made -> made.rules().name()).toList();
    }

    /// A name that is none, as a refusal may repeat it: short, on one line, and never an address.
    public static String shown(String name) {
        if (name.indexOf('@') >= 0 || name.contains("%40")) return "(not shown: it may be personal)";
        var clean = name.codePoints()
                .limit(100)
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString();
    }
}
