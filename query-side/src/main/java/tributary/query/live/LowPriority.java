package tributary.query.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets threads go behind all others when there are fewer cores than work. The JVM hands its own priorities on to Linux
/// only for all threads at once and as root; so the system is asked (docs/adr/0019-let-judging-go-behind-reports.md).
/// Elsewhere nothing is done.
final class LowPriority {
    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);

    /// A thread that is so much nicer than another gets a tenth of a core that both want.
    static final int NICER = 10;

    private LowPriority() {}

    /// The calling thread takes low priority, for good.
    static void take() {
        if (!System.getProperty("os.name").equals("Linux")) return; // elsewhere it would be the whole process
        try {
            var _ = (int) nice().invokeExact(NICER);
        } catch (Throwable impossible) {
            LOG.info("The system cannot be asked for low priority: reports may wait for judging", impossible);
        }
    }

    @SuppressWarnings("restricted") // the signature is that of nice(2)
    private static MethodHandle nice() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("nice").orElseThrow(), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }
}
