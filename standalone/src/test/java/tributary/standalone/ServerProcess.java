package tributary.standalone;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `serve` as a process of its own, which can be killed.
final class ServerProcess implements AutoCloseable {
    private static final String READY = "Tributary is ready at ";
    private static final int SECONDS_TO_END = 60;

    private final Process process;
    private final String address;
    private final Path data;

    private final List<String> said;

    private ServerProcess(Process process, String address, Path data, List<String> said) {
        this.said = said;
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /// Waits until it is ready.
    ///
    /// @param options of `serve`, besides the port and the folder
    static ServerProcess start(Path data, String... options) throws IOException {
        return ready(begin(data, options), data);
    }

    /// Waits until it is ready, in which no file can grow beyond a size until it is given more room.
    static ServerProcess startWithLargestFile(int kilobytes, Path data) throws IOException {
        var command = new ArrayList<>(List.of("bash", "-c", "ulimit -S -f " + kilobytes + "; exec \"$@\"", "serve"));
        command.addAll(serve(data));
        return ready(new ProcessBuilder(command).redirectErrorStream(true).start(), data);
    }

    void giveRoom() throws IOException, InterruptedException {
        var prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:")
                .inheritIO()
                .start();
        if (prlimit.waitFor() != 0) throw new IOException("prlimit failed");
    }

    private static ServerProcess ready(Process process, Path data) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = Collections.synchronizedList(new ArrayList<String>());
        for (String line; (line = output.readLine()) != null; said.add(line))
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
                return new ServerProcess(process, line.substring(READY.length()), data, said);
            }
        throw new IOException("the server did not become ready: " + said);
    }

    static Process begin(Path data, String... options) throws IOException {
        var command = serve(data);
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> serve(Path data) {
        var command = program();
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        return command;
    }

    /// The words that begin the program as a process of its own; a command follows.
    static List<String> program() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // It lives for seconds: compiling well would take longer than it gains.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                Tributary.class.getName()));
    }

    /// Without what belongs to tests, such as how they write logs.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Everything it has printed, its log too.
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    String address() {
        return address;
    }

    Client admin() throws IOException {
        return Client.withToken(
                address, Files.readString(data.resolve("admin-token")).strip());
    }

    /// SIGKILL: no warning.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// SIGTERM, without waiting for what follows.
    void tellToEnd() {
        process.destroy();
    }

    /// SIGTERM.
    ///
    /// @return whether it ended in time
    boolean end() throws InterruptedException {
        tellToEnd();
        return process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
