package tributary.query.mongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import tributary.query.live.LiveWorld;

/// A process that publishes the account of a store as a whole, again and again, until it is killed.
final class PublishingProcess {
    private PublishingProcess() {}

    static Process start(Path folder, String address) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(java, "-cp", classes, PublishingProcess.class.getName(), folder.toString(), address)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Writes a byte when it begins to publish.
    public static void main(String[] arguments) throws IOException {
        try (var world = new LiveWorld(Path.of(arguments[0]))) {
            var out = System.err; // logging goes to the other
            var place = MongoPlace.parse(arguments[1]);
            var client = place.client();
            var models = new ReadModels(client.getDatabase(place.databaseName()));
            var writers = Executors.newFixedThreadPool(2);
            while (true) {
                var publisher =
                        new AccountPublisher(Published.account(world), models, new Publications(models), writers);
                out.write('.');
                out.flush();
                publisher.publish();
            }
        }
    }
}
