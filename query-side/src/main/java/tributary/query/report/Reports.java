package tributary.query.report;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tributary.query.live.ReportDesk;
import tributary.store.Scopes;

/// Answers reports: who may ask, about what, and the fields that every answer begins with.
@Component
final class Reports {
    private final ReportDesk desk;
    private final Clock clock;

    Reports(ReportDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// @param report writes what the answer holds beside the common fields
    Map<String, Object> answer(Asked asked, BiConsumer<Report, Fields> report) {
        asked.caller().require(Scopes.CAMPAIGNS_READ);
        return told(asked, report);
    }

    /// Also for those who may only read contacts.
    Map<String, Object> answerAboutContacts(Asked asked, BiConsumer<Report, Fields> report) {
        if (!asked.caller().may(Scopes.CONTACTS_READ)) asked.caller().require(Scopes.CAMPAIGNS_READ);
        return told(asked, report);
    }

    /// As [#answer], of a report that needs journeys only under a data-driven model.
    Map<String, Object> answerFromFigures(Asked asked, BiConsumer<FiguresReport, Fields> report) {
        asked.caller().require(Scopes.CAMPAIGNS_READ);
        return toldFromFigures(asked, report);
    }

    /// As [#answerAboutContacts] and [#answerFromFigures].
    Map<String, Object> answerAboutContactsFromFigures(Asked asked, BiConsumer<FiguresReport, Fields> report) {
        if (!asked.caller().may(Scopes.CONTACTS_READ)) asked.caller().require(Scopes.CAMPAIGNS_READ);
        return toldFromFigures(asked, report);
    }

    /// Looks at an account, for an answer that is finished while it may go on.
    <T> T look(Asked asked, Function<Report, T> report) {
        asked.caller().require(Scopes.CAMPAIGNS_READ);
        return ask(asked, report);
    }

    /// The account under two rule sets at one position. The model is asked for under both; without one it is the
    /// first that the first rule set has.
    Map<String, Object> compare(Asked asked, String a, String b, BiConsumer<Compared<Report>, Fields> report) {
        asked.caller().require(Scopes.CAMPAIGNS_READ);
        return desk.askBoth(
                asked.caller().account(),
                Optional.of(a),
                Optional.of(b),
                asked.asOfInstant(),
                asked.waits(),
                (first, second) -> {
                    var one = new Report(first, asked, clock);
                    return told(new Compared<>(one, new Report(second, asked.under(one), clock)), report);
                });
    }

    /// As [#compare], of a report that needs journeys only under a data-driven model.
    Map<String, Object> compareFigures(
            Asked asked, String a, String b, BiConsumer<Compared<? extends FiguresReport>, Fields> report) {
        if (Models.isDataDriven(asked.model())) return compare(asked, a, b, report::accept);
        asked.caller().require(Scopes.CAMPAIGNS_READ);
        return desk.askBothFigures(
                asked.caller().account(),
                Optional.of(a),
                Optional.of(b),
                asked.asOfInstant(),
                asked.waits(),
                (first, second) -> {
                    var one = new FiguresReport(first, asked, clock);
                    return told(new Compared<>(one, new FiguresReport(second, asked.under(one), clock)), report);
                });
    }

    private static <R extends FiguresReport> Map<String, Object> told(
            Compared<R> compared, BiConsumer<? super Compared<R>, Fields> report) {
        var answer = compared.envelope();
        report.accept(compared, answer);
        return answer.asMap();
    }

    private Map<String, Object> told(Asked asked, BiConsumer<Report, Fields> report) {
        return ask(asked, one -> told(one, report));
    }

    private Map<String, Object> toldFromFigures(Asked asked, BiConsumer<FiguresReport, Fields> report) {
        if (Models.isDataDriven(asked.model())) return told(asked, report::accept);
        return desk.askFigures(
                asked.caller().account(),
                Optional.ofNullable(asked.ruleSet()),
                asked.asOfInstant(),
                asked.waits(),
                view -> told(new FiguresReport(view, asked, clock), report));
    }

    private static <R extends FiguresReport> Map<String, Object> told(R one, BiConsumer<? super R, Fields> report) {
        var answer = one.envelope();
        report.accept(one, answer);
        return answer.asMap();
    }

    private <T> T ask(Asked asked, Function<Report, T> report) {
        var ruleSet = Optional.ofNullable(asked.ruleSet());
        return desk.ask(
                asked.caller().account(),
                ruleSet,
                asked.asOfInstant(),
                asked.waits(),
                view -> report.apply(new Report(view, asked, clock)));
    }
}
