package tributary.standalone;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tributary.standalone.cli.CommandFailed;
import tributary.standalone.server.CannotServe;

/// A command that fails says why in one line; only a defect shows where.
final class SayWhyAndGiveUp implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var error = command.getErr();
        if (failure instanceof CommandFailed || failure instanceof CannotServe) {
            error.println(command.getCommandName() + ": " + failure.getMessage());
        } else {
            error.println(command.getCommandName() + ": this is a defect of Tributary, please report it");
            failure.printStackTrace(error);
        }
        error.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
