package tributary.events;

/// A pipeline of deals, unique within its account.
public record PipelineId(String value) {
    public PipelineId {
        Blank.refuse(value, "pipeline id");
    }

    @Override
    public String toString() {
        return value;
    }
}
