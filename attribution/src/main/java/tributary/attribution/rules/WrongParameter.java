package tributary.attribution.rules;

/// A parameter of a rule set was given that there is not, or with a value that is not accepted, or that contradicts
/// another. The message names the parameter, the value seen, and what would be accepted.
public final class WrongParameter extends IllegalArgumentException {
    private final String parameter;
    private final String accepted;

    WrongParameter(String parameter, String seen, String accepted) {
        super(parameter + " " + seen + "; expected " + accepted);
        this.parameter = parameter;
        this.accepted = accepted;
    }

    /// Its name; within a model with the way there, such as `models.MINE.first`.
    public String parameter() {
        return parameter;
    }

    public String accepted() {
        return accepted;
    }
}
