package tributary.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/// Stands for a server that takes history, and can be told to fail at a certain request.
final class HistoryTaker implements AutoCloseable {
    private final HttpServer http;
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    /// What is answered to the request of a number, from 1.
    private volatile IntFunction<Answer> answers = _ -> Answer.TAKEN;

    enum Answer {
        TAKEN,
        BUSY,
        /// Taken, but the answer gets lost.
        LOST,
        REFUSED
    }

    HistoryTaker() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/api/v1/account", exchange -> answer(exchange, 200, "{\"id\":\"acme\"}"));
        http.createContext("/api/v1/history", this::take);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void answering(IntFunction<Answer> answers) {
        this.answers = answers;
    }

    /// The lines of each request that was read, whatever was answered to it.
    List<List<String>> requests() {
        return List.copyOf(requests);
    }

    List<String> lines() {
        var all = new ArrayList<String>();
        requests.forEach(all::addAll);
        return all;
    }

    private void take(HttpExchange exchange) throws IOException {
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        requests.add(lines);
        switch (answers.apply(requests.size())) {
            case TAKEN -> answer(exchange, 200, "{\"accepted\":" + lines.size() + ",\"rejected\":0,\"problems\":[]}");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                answer(exchange, 503, "{\"title\":\"busy\",\"detail\":\"not now\"}");
            }
            case LOST -> exchange.close();
            case REFUSED -> answer(exchange, 401, "{\"title\":\"no\",\"detail\":\"not you\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
