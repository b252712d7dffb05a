package tributary.command.account;

import tributary.events.PipelineId;

/// A stage of a pipeline that an account has.
public record Placement(PipelineId pipeline, String stage) {}
