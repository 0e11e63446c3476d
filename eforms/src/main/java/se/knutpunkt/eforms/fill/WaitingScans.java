package se.knutpunkt.eforms.fill;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import se.knutpunkt.eforms.upload.ScanVerdict;
import se.knutpunkt.eforms.upload.VirusScanner;
import se.knutpunkt.hub.time.Repeatedly;

/** Tries the files again that wait for the scanner; on every node, each file by one of them. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingScans {

    @EJB
    DraftScans scans;

    @Inject
    VirusScanner scanner;

    @Inject
    DraftFileTable rows;

    private final AtomicBoolean running = new AtomicBoolean();

    /** Every quarter of a minute; a round that lasts longer is not joined by another. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void round() {
        if (running.compareAndSet(false, true)) {
            try {
                Repeatedly.run("The search for viruses", scans::searchWaiting);
            } finally {
                running.set(false);
            }
        }
    }

    /**
     * What operators see of it.
     *
     * @param isReached whether the last search on this node reached the scanner
     * @param waiting files of all drafts that wait
     */
    public record Figures(boolean isReached, long waiting, java.util.Map<ScanVerdict, Long> searched) {}

    /** The figures of now; empty where nobody searches. */
    public java.util.Optional<Figures> figures() {
        if (!scanner.isOn()) {
            return java.util.Optional.empty();
        }
        java.util.Map<ScanVerdict, Long> searched = new java.util.EnumMap<>(ScanVerdict.class);
        for (ScanVerdict verdict : ScanVerdict.values()) {
            searched.put(verdict, scanner.count(verdict));
        }
        return java.util.Optional.of(new Figures(scanner.isReached(), rows.waiting(), searched));
    }
}
