package se.knutpunkt.hub.diary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.vault.Vault;

/** What is to be exported, and that it was; each in a short transaction on its own side of the writing. */
@Stateless
public class PendingExports {

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource dataSource;

    @Inject
    Vault vault;

    @Inject
    Cases cases;

    @Inject
    Files files;

    @Inject
    CaseTypes caseTypes;

    @Inject
    AccessLog accessLog;

    @Inject
    Clock clock;

    private DiaryTable table;
    private DiaryDetails details;

    @PostConstruct
    void open() {
        table = new DiaryTable(dataSource);
        details = new DiaryDetails(dataSource, vault);
    }

    /** The package to write; empty when none is asked for any more. */
    public Optional<DiaryPackage> find(DiaryItemId id) {
        boolean asked = table.find(id).map(DiaryRow::exportRequested).isPresent();
        if (!asked) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Dossier dossier = new Dossiers(table, details, vault, cases, files).load(id, now);
        accessLog.note(new Look(
                "source:diary",
                "DIARY",
                "EXPORT",
                "diary:" + id,
                dossier.caseFile().party(),
                "registrar-exports"));
        return Optional.of(new DiaryPackage(dossier, authorityName(dossier.row().authority()), now));
    }

    /** Notes that the package lies in the folder. */
    public void done(DiaryItemId id, String packageName) {
        Instant now = clock.instant();
        table.lock(id);
        table.exported(id, packageName, now);
        details.insertStep(id, new DiaryStep(DiaryStep.Kind.EXPORTED, now, null, null, null));
    }

    private String authorityName(String code) {
        return caseTypes.authorities().stream()
                .filter(authority -> authority.code().equals(code))
                .map(Authority::name)
                .map(name -> name.in("sv"))
                .findFirst()
                .orElse(code);
    }
}
