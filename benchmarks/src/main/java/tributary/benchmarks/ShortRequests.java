package tributary.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Sends one interaction a request over connections that are kept open, the next on each when the former is answered,
/// and tells as JSON how many a second were acknowledged and how long they took. One thread, and no library: what the
/// sender takes of the machine is missing on the server's side. Run as a source file by `benchmarks/short.py`.
///
/// Arguments: HOST PORT RUN WARM_SECONDS SECONDS, then TOKEN=CONNECTIONS for each account.
final class ShortRequests {
    private static final String LINE =
            "{\"type\":\"interaction\",\"id\":\"%s-00000000\",\"kind\":\"PAGE_VIEW\",\"visitor\":\"v-00000000\","
                    + "\"asset\":{\"type\":\"LANDING_PAGE\",\"id\":\"p\"}}";
    private static final int VISITORS = 20_000;
    private static final int DIGITS = 8;

    private ShortRequests() {}

    public static void main(String[] arguments) throws IOException {
        var server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        var run = arguments[2];
        var warm = Duration.ofMillis((long) (Double.parseDouble(arguments[3]) * 1_000));
        var measured = Duration.ofMillis((long) (Double.parseDouble(arguments[4]) * 1_000));
        try (var selector = Selector.open()) {
            var senders = new Sender[arguments.length - 5];
            for (int i = 0; i < senders.length; i++) {
                var account = arguments[5 + i].split("=");
                senders[i] = new Sender(run, account[0]);
                for (int count = Integer.parseInt(account[1]); count > 0; count--)
                    new Connection(senders[i], server, selector);
            }
            exchange(selector, senders, warm, measured);
            for (var sender : senders) System.out.println(sender.told(measured));
        }
    }

    /// Until the time is over and everything sent is answered.
    private static void exchange(Selector selector, Sender[] senders, Duration warm, Duration measured)
            throws IOException {
        long begin = System.nanoTime() + warm.toNanos();
        long end = begin + measured.toNanos();
        for (var key : selector.keys()) ((Connection) key.attachment()).send();
        while (Arrays.stream(senders).anyMatch(sender -> sender.waiting > 0)) {
            if (selector.select(5_000) == 0) throw new IOException("no answer came within 5 seconds");
            for (var key : selector.selectedKeys()) {
                var connection = (Connection) key.attachment();
                if (!connection.answered()) continue;
                long now = System.nanoTime();
                connection.sender.count(connection, now, now >= begin && now < end);
                if (now < end) connection.send();
            }
            selector.selectedKeys().clear();
        }
    }

    /// What one account sends and how that is answered.
    private static final class Sender {
        private final byte[] request;
        private final int idAt;
        private final int visitorAt;
        private int next;
        private int waiting;
        private long acknowledged;
        private long busy;
        private int[] micros = new int[1 << 16];
        private int count;

        Sender(String run, String token) {
            var line = String.format(LINE, run);
            var text = "POST /api/v1/history HTTP/1.1\r\nHost: tributary\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + line.length() + "\r\n\r\n" + line;
            request = text.getBytes(StandardCharsets.US_ASCII);
            idAt = text.indexOf(run + "-00000000") + run.length() + 1;
            visitorAt = text.indexOf("v-00000000") + 2;
        }

        ByteBuffer request() {
            write(idAt, next);
            write(visitorAt, next % VISITORS);
            next++;
            waiting++;
            return ByteBuffer.wrap(request);
        }

        private void write(int at, int number) {
            for (int digit = at + DIGITS - 1; digit >= at; digit--, number /= 10)
                request[digit] = (byte) ('0' + number % 10);
        }

        void count(Connection connection, long now, boolean measured) throws IOException {
            waiting--;
            if (connection.status() == 200) acknowledged++;
            else if (connection.status() == 503) busy++;
            else throw new IOException("answered: " + connection.text());
            if (!measured) return;
            if (count == micros.length) micros = Arrays.copyOf(micros, 2 * count);
            micros[count++] = (int) ((now - connection.sentAt) / 1_000);
        }

        String told(Duration measured) {
            var sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "{\"acknowledged\": %d, \"busy\": %d, \"perSecond\": %.0f, \"p50\": %.2f, \"p99\": %.2f, \"max\": %.2f}",
                    acknowledged,
                    busy,
                    count * 1e9 / measured.toNanos(),
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    millis(sorted, 1));
        }

        private static double millis(int[] sorted, double share) {
            if (sorted.length == 0) return Double.NaN;
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1_000.0;
        }
    }

    private static final class Connection {
        private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};
        private static final byte[] CHUNKS_END = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};

        private final Sender sender;
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(1 << 14);
        private long sentAt;

        Connection(Sender sender, InetSocketAddress server, Selector selector) throws IOException {
            this.sender = sender;
            channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send() throws IOException {
            answer.clear();
            var request = sender.request();
            sentAt = System.nanoTime();
            while (request.hasRemaining()) channel.write(request);
        }

        /// Whether the whole answer is here.
        boolean answered() throws IOException {
            if (channel.read(answer) < 0) throw new EOFException("the server closed a connection");
            int headers = indexOf(HEADERS_END);
            if (headers < 0) return false;
            int length = contentLength(headers);
            return length < 0 ? endsWith(CHUNKS_END) : answer.position() >= headers + HEADERS_END.length + length;
        }

        private int contentLength(int headers) {
            var name = "content-length:";
            for (int at = 0; at < headers - name.length(); at++)
                if ((answer.get(at) | 0x20) == 'c' && answer.get(at - 1) == '\n' && matches(name, at))
                    return number(at + name.length());
            return -1;
        }

        private boolean matches(String name, int at) {
            for (int i = 0; i < name.length(); i++)
                if (Character.toLowerCase(answer.get(at + i)) != name.charAt(i)) return false;
            return true;
        }

        private int number(int at) {
            int number = 0;
            for (; answer.get(at) != '\r'; at++) if (answer.get(at) != ' ') number = 10 * number + answer.get(at) - '0';
            return number;
        }

        private int indexOf(byte[] wanted) {
            for (int at = 0; at <= answer.position() - wanted.length; at++) if (isAt(at, wanted)) return at;
            return -1;
        }

        private boolean endsWith(byte[] wanted) {
            return isAt(answer.position() - wanted.length, wanted);
        }

        private boolean isAt(int at, byte[] wanted) {
            for (int i = 0; i < wanted.length; i++) if (answer.get(at + i) != wanted[i]) return false;
            return true;
        }

        int status() {
            return number("HTTP/1.1 ".length(), 3);
        }

        private int number(int at, int digits) {
            int number = 0;
            for (int i = 0; i < digits; i++) number = 10 * number + answer.get(at + i) - '0';
            return number;
        }

        String text() {
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        }
    }
}
