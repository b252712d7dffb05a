package tributary.attribution.explain;

import java.util.List;
import java.util.Optional;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;
import tributary.attribution.judge.SessionCutter;

/// Finds the session in which a contact was created (NCL-5, D-8, D-30).
final class ConversionFinder {
    /// @param session of the conversion; `null` without one
    /// @param act that converted; a login is no act
    /// @param refusal why nothing can be last touch
    record Conversion(Sitting session, Optional<Step> act, Optional<Reason> refusal) {
        static Conversion none(Reason refusal) {
            return new Conversion(null, Optional.empty(), Optional.of(refusal));
        }
    }

    private ConversionFinder() {}

    static Conversion of(Premises premises, Person.Creation creation, List<Step> steps) {
        return switch (creation.by()) {
            case SUBMISSION -> bySubmission(creation, steps);
            case IDENTIFICATION -> byLogin(new SessionCutter(premises).gapMicros(), creation, steps);
            case OTHER_ACT, STATEMENT -> Conversion.none(Reason.NOT_CREATED_BY_CONVERSION);
        };
    }

    private static Conversion bySubmission(Person.Creation creation, List<Step> steps) {
        var act = steps.stream()
                .filter(step -> step.is(creation.position(), creation.line()))
                .findFirst();
        if (act.isEmpty()) return Conversion.none(Reason.NOT_CREATED_BY_CONVERSION);
        if (!act.get().human()) return Conversion.none(Reason.CONVERSION_BY_BOT);
        return in(act.get().session(), act);
    }

    private static Conversion byLogin(long gapMicros, Person.Creation creation, List<Step> steps) {
        Step last = null;
        for (var step : steps) {
            var inBrowser = step.strand() == creation.strand() && step.session() != null;
            if (inBrowser && step.at() <= creation.atMicros()) last = step;
        }
        if (last == null || creation.atMicros() - last.at() >= gapMicros) {
            return Conversion.none(Reason.NO_SESSION_AT_CONVERSION);
        }
        return in(last.session(), Optional.empty());
    }

    private static Conversion in(Sitting session, Optional<Step> act) {
        var refusal = session.excluded ? Optional.of(Reason.CONVERSION_EXCLUDED) : Optional.<Reason>empty();
        return new Conversion(session, act, refusal);
    }
}
