package tributary.standalone.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import`: streams history files to a server, each from where an earlier import of it was cut off.
@Command(
        name = "import",
        description = "Sends history files (NDJSON, also packed as gzip or zstd) to a server.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An import that was cut off is gone on with by the same command: FILE.import tells how far it was.",
            "Refused lines go to FILE.rejected.ndjson, each with its reason; correct them there and import that file.",
            "Exit code 1: a line was refused, or not everything could be sent."
        })
public final class Import implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to send, in this order; - is standard input")
    private List<String> files;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "how long a server that is away or busy is waited for (default: ${DEFAULT-VALUE})")
    private int patience;

    @Override
    public Integer call() {
        if (patience < 0) refuse("--patience " + patience + " is no number of seconds; 0 or more are");
        if (new HashSet<>(files).size() < files.size()) refuse("a FILE is named twice");
        var out = spec.commandLine().getOut();
        boolean whole = true;
        try (var api = server.connect()) {
            var account = api.get("/api/v1/account", Map.of()).path("id").asString("");
            for (var file : files) {
                var result = new ImportedFile(file, api, account, new Patience(patience)).send();
                out.println(result.told());
                out.flush();
                whole &= result.rejected() == 0;
            }
        }
        return whole ? 0 : 1;
    }

    private void refuse(String why) {
        throw new ParameterException(spec.commandLine(), why);
    }
}
