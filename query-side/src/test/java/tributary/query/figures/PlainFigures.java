package tributary.query.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The figures of persons, counted from scratch in the obvious way.
record PlainFigures(Collection<Findings> people) {
    long count(Metric metric, int campaign, long from, long to) {
        return switch (metric) {
            case SESSIONS ->
                people.stream()
                        .flatMap(person -> person.sessions.stream())
                        .filter(session -> within(session.at(), from, to))
                        .filter(session -> Stream.of(session.campaigns())
                                .flatMap(campaigns ->
                                        java.util.Arrays.stream(campaigns).boxed())
                                .anyMatch(is(campaign)))
                        .count();
            case NEW_CONTACTS_FIRST_TOUCH ->
                people.stream()
                        .filter(person -> within(person.someone.createdAt(), from, to))
                        .filter(person -> person.first.stream().anyMatch(is(campaign)))
                        .count();
            case NEW_CONTACTS_LAST_TOUCH ->
                people.stream()
                        .filter(person -> within(person.someone.createdAt(), from, to))
                        .filter(person -> person.last.stream().anyMatch(is(campaign)))
                        .count();
            case INFLUENCED_CONTACTS ->
                people.stream()
                        .flatMap(person -> person.influences.stream()
                                .filter(influence -> is(campaign).test(influence.campaign()))
                                .min(Comparator.comparing(Findings.Influence::at))
                                .stream())
                        .filter(influence -> within(influence.at(), from, to))
                        .count();
            case UNIQUE_INFLUENCES ->
                people.stream()
                        .mapToLong(person -> pairs(person, campaign, from, to))
                        .sum();
            default -> throw new IllegalArgumentException(metric + " is not a person's");
        };
    }

    private static long pairs(Findings person, int campaign, long from, long to) {
        return person.influences.stream()
                .filter(influence -> is(campaign).test(influence.campaign()))
                .filter(influence -> person.influences.stream()
                        .filter(other -> is(campaign).test(other.campaign()) && other.key() == influence.key())
                        .noneMatch(other -> other.at() < influence.at()))
                .filter(influence -> within(influence.at(), from, to))
                .count();
    }

    private static Predicate<Integer> is(int campaign) {
        return other -> campaign == Figures.ACCOUNT || other == campaign;
    }

    private static boolean within(long at, long from, long to) {
        var day = Math.floorDiv(at, Findings.DAY);
        return day >= from && day <= to;
    }
}
