package tributary.standalone.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// Which server a command talks to, and as whom.
final class ServerOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "the server (default: ${DEFAULT-VALUE})")
    private String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            required = true,
            description = "an access token of the account, or the admin token together with --account")
    private String token;

    @Option(names = "--account", paramLabel = "ID", description = "the account to act in; only with the admin token")
    private Optional<String> account = Optional.empty();

    Api connect() {
        return new Api(url, token, account);
    }
}
