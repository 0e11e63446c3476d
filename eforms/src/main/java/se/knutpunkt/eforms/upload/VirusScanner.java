package se.knutpunkt.eforms.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The search for viruses, where the operator has a scanner; elsewhere nothing is searched and nothing is said of it. */
@ApplicationScoped
public class VirusScanner {

    private static final Logger LOG = System.getLogger(VirusScanner.class.getName());

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_CLAMD")
    Optional<String> address;

    private final Map<ScanVerdict, LongAdder> counts = new EnumMap<>(ScanVerdict.class);
    private final AtomicBoolean reached = new AtomicBoolean(true);

    private @Nullable Clamd clamd;

    /** Makes an empty one; the container fills it in. */
    public VirusScanner() {
        for (ScanVerdict verdict : ScanVerdict.values()) {
            counts.put(verdict, new LongAdder());
        }
    }

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        try {
            clamd = address.map(Clamd::at).orElse(null);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("KNUTPUNKT_CLAMD is " + wrong.getMessage(), wrong);
        }
    }

    /** Whether files are searched. */
    public boolean isOn() {
        return clamd != null;
    }

    /**
     * Searches a file; only where {@link #isOn}. Can last minutes for a large one.
     *
     * @param content read, not closed
     * @return never fails: a scanner that cannot be used is {@link ScanVerdict#AWAY}
     */
    public ScanVerdict scan(InputStream content) {
        ScanVerdict verdict;
        try {
            verdict = java.util.Objects.requireNonNull(clamd, "no scanner").scan(content);
        } catch (IOException away) {
            verdict = ScanVerdict.AWAY;
            if (reached.getAndSet(false)) {
                LOG.log(Level.WARNING, "The virus scanner cannot be used; files wait for it: {0}", away.toString());
            }
        }
        if (verdict != ScanVerdict.AWAY && !reached.getAndSet(true)) {
            LOG.log(Level.INFO, "The virus scanner answers again");
        }
        counts.get(verdict).increment();
        return verdict;
    }

    /** Whether the last search on this node reached the scanner. */
    public boolean isReached() {
        return reached.get();
    }

    /** How many searches this node has made since it started, by what they came to. */
    public long count(ScanVerdict verdict) {
        return counts.get(verdict).sum();
    }
}
