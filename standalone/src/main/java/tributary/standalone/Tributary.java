package tributary.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tributary.standalone.cli.BackUp;
import tributary.standalone.cli.Demo;
import tributary.standalone.cli.EnvironmentDefaults;
import tributary.standalone.cli.Export;
import tributary.standalone.cli.Import;
import tributary.standalone.cli.Replay;
import tributary.standalone.cli.Report;
import tributary.standalone.cli.Restore;
import tributary.standalone.cli.Serve;
import tributary.standalone.cli.Verify;

/// The command line. Exit codes: 0 done, 1 it did not work out, 2 a command or option that is not known.
@Command(
        name = "tributary",
        description = "Self-hosted campaign metrics that can be replayed.",
        subcommands = {
            Serve.class,
            Demo.class,
            Import.class,
            Export.class,
            BackUp.class,
            Restore.class,
            Verify.class,
            Report.class,
            Replay.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Tributary 0.1.0",
        footer = {
            "",
            "Each option can also be given as an environment variable:",
            "--port as TRIBUTARY_PORT, --rule-set as TRIBUTARY_RULE_SET."
        })
public final class Tributary {
    private Tributary() {}

    static CommandLine commandLine() {
        return new CommandLine(new Tributary())
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .setParameterExceptionHandler(new ShowUsage())
                .setExecutionExceptionHandler(new SayWhyAndGiveUp());
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
