package tributary.standalone.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// The bar of anything that takes longer than a moment, on standard error, so that what is printed stays clean.
final class Progress {
    private static final int MILLIS_BETWEEN = 200;

    private Progress() {}

    static ProgressBar of(String task, String unit, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" " + unit, 1)
                .setUpdateIntervalMillis(MILLIS_BETWEEN)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
    }

    /// The bar of a file that is read, shown in KiB.
    ///
    /// @param total in bytes, -1 if nobody knows
    static ProgressBar ofFile(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" KiB", 1024)
                .setUpdateIntervalMillis(MILLIS_BETWEEN)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }
}
