package se.knutpunkt.hub.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.register.RegisterContent.NewSource;

/** Takes the register from its file, at the first start only: from then on the database is the register. */
@Stateless
public class FirstRegister {

    @PersistenceContext(unitName = "hub")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /**
     * Reads the register unless an earlier start did; all of it or nothing.
     *
     * @param file the value of {@code KNUTPUNKT_REGISTER}; may be empty once a register has been read
     * @throws RegisterRefused when the file is missing, unreadable or inconsistent
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void readOnce(Optional<Path> file) {
        if (database.first("SELECT id FROM register_reading", row -> row.number("id"))
                .isPresent()) {
            return;
        }
        Path path = file.orElseThrow(
                () -> new RegisterRefused("(none)", List.of("KNUTPUNKT_REGISTER names no file to start from")));
        String json = content(path);
        RegisterContent register = RegisterFile.read(path.toString(), json);
        if (!isFirst(json)) {
            return;
        }
        persist(register);
        entities.flush();
        register.sources().forEach(this::insert);
    }

    /** The row is inserted before the rest: a second node that starts now waits for it, and then leaves it be. */
    private boolean isFirst(String json) {
        return database.update(
                        "INSERT IGNORE INTO register_reading (id, file_sha256, read_at) VALUES (1, ?, ?)",
                        SqlSourceSystems.sha256(json),
                        clock.instant())
                == 1;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RegisterRefused(file.toString(), List.of("it cannot be read as UTF-8 text"));
        }
    }

    private void persist(RegisterContent register) {
        Map<String, AuthorityRow> authorities = new HashMap<>();
        for (Authority authority : register.authorities()) {
            AuthorityRow row = new AuthorityRow(authority);
            entities.persist(row);
            authorities.put(authority.code(), row);
        }
        // branches refer to authorities, and case types to both, by codes that the provider does not order by
        entities.flush();
        Map<String, BranchRow> branches = new HashMap<>();
        for (Branch branch : register.branches()) {
            BranchRow row = new BranchRow(branch);
            entities.persist(row);
            branches.put(branch.code(), row);
        }
        entities.flush();
        for (CaseType type : register.caseTypes()) {
            Branch branch = type.branch();
            entities.persist(new CaseTypeRow(
                    type,
                    authorities.get(type.authority().code()),
                    branch == null ? null : branches.get(branch.code())));
        }
    }

    private void insert(NewSource source) {
        database.update(
                "INSERT INTO source_system (code, name_sv, name_en, authority, expected_rhythm_minutes, registered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                source.code(),
                source.name().sv(),
                source.name().en(),
                source.authority(),
                source.expectedRhythmMinutes(),
                clock.instant());
        for (String caseType : source.caseTypes()) {
            database.update("INSERT INTO source_case_type (source, case_type) VALUES (?, ?)", source.code(), caseType);
        }
        for (String key : source.keySha256()) {
            database.update(
                    "INSERT INTO source_key (key_sha256, source, made_at) VALUES (?, ?, ?)",
                    HexFormat.of().parseHex(key),
                    source.code(),
                    clock.instant());
        }
    }
}
