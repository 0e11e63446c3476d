package se.knutpunkt.hub.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.Retention;
import se.knutpunkt.hub.vault.Vault;

/** A case as stored. */
@Entity
@Table(name = "case_file")
class CaseFileRow {

    static final String SENDER = "case_file.sender";
    static final String TITLE = "case_file.title";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "public_id", updatable = false)
    private String publicId = "";

    @Column(name = "case_number", updatable = false)
    private String caseNumber = "";

    @Column(name = "main_case_number")
    private @Nullable String mainCaseNumber;

    @Column(name = "case_type", updatable = false)
    private String caseType = "";

    @Column(updatable = false)
    private String authority = "";

    @Column(updatable = false)
    private String source = "";

    @Column(name = "party_id")
    private @Nullable Long partyId;

    @Enumerated(EnumType.STRING)
    private Direction direction = Direction.INCOMING;

    @Column(name = "sender_sealed")
    private byte @Nullable [] senderSealed;

    @Column(name = "received_at")
    private Instant received = Instant.EPOCH;

    @Column(name = "registered_at", updatable = false)
    private Instant registered = Instant.EPOCH;

    @Column(name = "information_class")
    private String informationClass = "";

    @Column(name = "document_type")
    private String documentType = "";

    @Column(name = "title_sealed")
    private byte[] titleSealed = {};

    @Column(name = "public_title")
    private String publicTitle = "";

    @Column(name = "secrecy_provision")
    private @Nullable String secrecyProvision;

    @Column(name = "secrecy_date")
    private @Nullable LocalDate secrecyDate;

    @Column(name = "secrecy_authority")
    private @Nullable String secrecyAuthority;

    @Column(name = "retention_rule")
    private String retentionRule = "";

    @Column(name = "retention_ground")
    private String retentionGround = "";

    /** For the persistence provider. */
    protected CaseFileRow() {}

    /** A case of a type, from its opening; the number is given last. */
    CaseFileRow(NewCase opened, CaseType type, Instant now, Vault vault) {
        publicId = UUID.randomUUID().toString();
        mainCaseNumber = opened.mainCaseNumber();
        partyId = opened.party() == null ? null : opened.party().value();
        direction = opened.direction();
        senderSealed = opened.sender() == null ? null : vault.seal(opened.sender(), SENDER);
        received = opened.received();
        registered = now;
        titleSealed = vault.seal(opened.titles().internal(), TITLE);
        publicTitle = opened.titles().open();
        mark(opened.secrecy());
        follow(type);
    }

    void numberedBy(String numberingSource, String number) {
        source = numberingSource;
        caseNumber = number;
    }

    OpenedCase opened() {
        return new OpenedCase(id, publicId, caseNumber);
    }

    CaseFile caseFile(Vault vault) {
        return new CaseFile(
                id,
                publicId,
                caseNumber,
                mainCaseNumber,
                caseType,
                authority,
                source,
                partyId == null ? null : new PartyId(partyId),
                direction,
                senderSealed == null ? null : vault.open(senderSealed, SENDER),
                received,
                registered,
                informationClass,
                documentType,
                new Titles(vault.open(titleSealed, TITLE), publicTitle),
                secrecy(),
                new Retention(retentionRule, retentionGround));
    }

    /** Copies what the register says today: a later change of it does not change the case. */
    private void follow(CaseType type) {
        caseType = type.code();
        authority = type.authority().code();
        informationClass = type.filing().informationClass();
        documentType = type.filing().documentType();
        retentionRule = type.retention().rule();
        retentionGround = type.retention().ground();
    }

    private void mark(@Nullable SecrecyMark secrecy) {
        if (secrecy != null) {
            secrecyProvision = secrecy.provision();
            secrecyDate = secrecy.date();
            secrecyAuthority = secrecy.authority();
        }
    }

    private @Nullable SecrecyMark secrecy() {
        if (secrecyProvision == null || secrecyDate == null || secrecyAuthority == null) {
            return null;
        }
        return new SecrecyMark(secrecyProvision, secrecyDate, secrecyAuthority);
    }
}
