package tributary.standalone.http;

import org.springframework.context.SmartLifecycle;
import tributary.command.history.Recorder;

/// Ends the intake after [Ending], and before the web server.
final class EndOfIntake implements SmartLifecycle {
    private final Recorder recorder;
    private volatile boolean running;

    EndOfIntake(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        recorder.end();
    }
}
