package se.knutpunkt.eforms.fill;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.knutpunkt.eforms.upload.ScanVerdict;
import se.knutpunkt.eforms.upload.VirusScanner;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.file.UnknownFile;

/** Has the files of drafts searched for viruses: small ones while their sender waits, others afterwards. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftScans {

    /** Searched while the visitor waits: a second or two. */
    private static final long SMALL = 25_000_000;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;

    @Inject
    VirusScanner scanner;

    @Inject
    DraftFileTable rows;

    @Inject
    Clock clock;

    @EJB
    Files files;

    /** Searches a staged file if it is small and the scanner is there; a file that was not searched waits. */
    public ScanState first(StoredFile file) {
        if (!scanner.isOn()) {
            return ScanState.NONE;
        }
        return file.size() > SMALL ? ScanState.WAITING : ScanState.of(scanner.scan(files.content(file.id())));
    }

    /** Takes away a staged file in which something was found. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void discard(StoredFile file) {
        files.discard(file.id());
    }

    /** Searches those that wait, on a thread of its own. */
    @Asynchronous
    public void soon() {
        searchWaiting();
    }

    /** Searches what waits and was not tried lately, until the scanner is away. */
    public void searchWaiting() {
        if (!scanner.isOn()) {
            return;
        }
        List<DraftFileTable.Waiting> waiting = rows.waiting(clock.instant().minus(BETWEEN_TRIES), AT_ONCE);
        for (DraftFileTable.Waiting file : waiting) {
            if (rows.claim(file) && search(file.id()) == ScanVerdict.AWAY) {
                return;
            }
        }
    }

    /** Searches a draft's small files that still wait, before it is sent. */
    public void beforeSending(DraftRow draft) {
        if (!scanner.isOn()) {
            return;
        }
        for (Map.Entry<String, ScanState> file : rows.scans(draft).entrySet()) {
            if (file.getValue() == ScanState.WAITING
                    && isSmall(file.getKey())
                    && search(file.getKey()) == ScanVerdict.AWAY) {
                return;
            }
        }
    }

    private boolean isSmall(String id) {
        return files.find(new FileId(id)).filter(file -> file.size() <= SMALL).isPresent();
    }

    private ScanVerdict search(String id) {
        try {
            ScanVerdict verdict = scanner.scan(files.content(new FileId(id)));
            rows.scanned(id, ScanState.of(verdict));
            return verdict;
        } catch (UnknownFile removedMeanwhile) {
            return ScanVerdict.CLEAN;
        }
    }
}
