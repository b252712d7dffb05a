package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tributary.standalone.sample.SampleYear;

/// A sample year on its way to a server that may end at any moment, as several senders carry it who know nothing of
/// each other: requests overtake each other, the acts within one are in no order, and some go again that were
/// acknowledged long ago. Whoever got no answer sends the same request again to the next server.
final class Outbox {
    private static final int PEOPLE_A_PORTION = 10;
    private static final int PEOPLE_A_LARGE_PORTION = 100;
    private static final int LONGEST_PAUSE_MILLIS = 8;
    private static final String ACT = "interaction";

    private final Random random;
    private final Deque<Portion> untouched = new ArrayDeque<>();
    private final Deque<Portion> begun = new ArrayDeque<>();
    private final List<Request> acknowledged = new ArrayList<>();
    private final Set<String> sentActs = new HashSet<>();
    private int requests;
    private int referred;

    /// @param number in the order of the history
    /// @param acts the ids of interactions
    /// @param lines in order of time
    /// @param body the same, as they are sent
    private record Request(int number, Set<String> acts, List<String> lines, String body) {}

    /// Requests that are about the same people, and go one after the other.
    private record Portion(Deque<Request> left) {}

    private record Line(String type, String id, String text) {}

    Outbox(long seed) {
        random = new Random(seed);
        var people = people(seed);
        portion(people.subList(0, 1));
        int size;
        for (int from = 1; from < people.size(); from += size) {
            size = 1 + random.nextInt(random.nextInt(16) == 0 ? PEOPLE_A_LARGE_PORTION : PEOPLE_A_PORTION);
            portion(people.subList(from, Math.min(from + size, people.size())));
        }
    }

    /// The lines about each person; the first "person" is the company itself.
    private static List<List<Line>> people(long seed) {
        var people = new ArrayList<List<Line>>();
        var who = new HashMap<String, String>(Map.of("now", ""));
        new SampleYear(seed).tell(told -> {
            var person = person(told, who.get("now"));
            if (!person.equals(who.put("now", person)) || people.isEmpty()) people.add(new ArrayList<>());
            var line = new HashMap<>(told);
            var id = "line-" + people.size() + "-" + people.getLast().size();
            line.put("id", id);
            people.getLast()
                    .add(new Line(
                            (String) told.get("type"), id, JsonMapper.shared().writeValueAsString(line)));
        });
        return people;
    }

    private static String person(Map<String, Object> line, String before) {
        if (line.get("type").equals("contact.create")) return (String) line.get("contact");
        return line.get("visitor") instanceof String visitor && visitor.startsWith("visitor-") ? visitor : before;
    }

    /// First who they are, then what they did, in no order, then what became of it.
    private void portion(List<List<Line>> people) {
        var parts = List.of(new ArrayList<Line>(), new ArrayList<Line>(), new ArrayList<Line>());
        for (var person : people)
            for (var line : person)
                switch (line.type()) {
                    case "contact.create" -> parts.get(0).add(line);
                    case ACT -> parts.get(1).add(line);
                    default -> parts.get(2).add(line);
                }
        var portion = new ArrayDeque<Request>();
        for (var part : parts) if (!part.isEmpty()) portion.add(request(part, part == parts.get(1)));
        untouched.add(new Portion(portion));
    }

    private Request request(List<Line> lines, boolean inNoOrder) {
        var acts = new HashSet<String>();
        for (var line : lines) if (line.type().equals(ACT)) acts.add(line.id());
        var texts = lines.stream().map(Line::text).toList();
        var sent = new ArrayList<>(texts);
        if (inNoOrder) Collections.shuffle(sent, random);
        return new Request(requests++, acts, texts, String.join("\n", sent));
    }

    /// Sends what everybody else needs to have been told.
    void tellOfTheCompany(Client client) throws IOException {
        finish(client, untouched.remove());
    }

    /// Sends until the server is gone.
    void sendTo(Client client) {
        try {
            while (true) {
                var portion = next();
                if (portion.isPresent()) finish(client, portion.get());
                if (portion.isEmpty() || roll(4) == 0) deliver(client, oneOfTheAcknowledged());
            }
        } catch (IOException gone) {
            // What was not acknowledged is kept for the next one.
        }
    }

    /// Sends all that was begun with, until it is acknowledged.
    void finishWhatWasBegun(Client client) throws IOException {
        while (!begun.isEmpty()) finish(client, begun.remove());
    }

    private void finish(Client client, Portion portion) throws IOException {
        try {
            for (; !portion.left().isEmpty(); acknowledge(portion))
                deliver(client, portion.left().element());
        } catch (IOException gone) {
            putBack(portion);
            throw gone;
        }
    }

    private void deliver(Client client, Request request) throws IOException {
        begin(request);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(roll(LONGEST_PAUSE_MILLIS)));
        assertThat(SampleHistory.sent(client, request.body())
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(request.lines().size());
    }

    private synchronized void begin(Request request) {
        sentActs.addAll(request.acts());
    }

    private synchronized Optional<Portion> next() {
        return Optional.ofNullable(begun.isEmpty() || roll(2) == 0 ? untouched.poll() : begun.poll());
    }

    private synchronized void putBack(Portion portion) {
        begun.add(portion);
    }

    private synchronized void acknowledge(Portion portion) {
        acknowledged.add(portion.left().remove());
    }

    private synchronized Request oneOfTheAcknowledged() {
        return acknowledged.get(roll(acknowledged.size()));
    }

    private synchronized int roll(int sides) {
        return random.nextInt(sides);
    }

    /// Whether anything was not sent yet.
    boolean hasMore() {
        return !untouched.isEmpty();
    }

    /// The ids of acts that were acknowledged.
    Set<String> acknowledgedActs() {
        return acknowledged.stream().flatMap(request -> request.acts().stream()).collect(Collectors.toSet());
    }

    /// The ids of acts that were sent, whatever became of them.
    Set<String> sentActs() {
        return Set.copyOf(sentActs);
    }

    /// The lines acknowledged since this was asked last, each once and in order.
    String newlyAcknowledged() {
        var fresh = acknowledged.subList(referred, acknowledged.size()).stream()
                .sorted(Comparator.comparing(Request::number))
                .flatMap(request -> request.lines().stream())
                .collect(Collectors.joining("\n"));
        referred = acknowledged.size();
        return fresh;
    }
}
