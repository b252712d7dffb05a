package tributary.standalone;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was typed wrongly is named, with what may have been meant, and then what can be typed.
final class ShowUsage implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var error = command.getErr();
        error.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, error);
        command.usage(error);
        error.flush();
        return ExitCode.USAGE;
    }
}
