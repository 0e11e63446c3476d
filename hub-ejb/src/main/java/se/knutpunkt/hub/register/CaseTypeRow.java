package se.knutpunkt.hub.register;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case type as stored. */
@Entity
@Table(name = "case_type")
class CaseTypeRow {

    @Id
    private String code = "";

    private String prefix = "";

    @Embedded
    private NameColumns name = new NameColumns();

    @ManyToOne(optional = false)
    @JoinColumn(name = "authority")
    private AuthorityRow authority = new AuthorityRow();

    @ManyToOne
    @JoinColumn(name = "branch")
    private @Nullable BranchRow branch;

    @Enumerated(EnumType.STRING)
    private CaseKind kind = CaseKind.SERVICE;

    @Column(name = "information_class")
    private String informationClass = "";

    @Column(name = "document_type")
    private String documentType = "";

    @Column(name = "diary_system")
    private String diarySystem = "";

    @Column(name = "answered_by_sv")
    private String answeredBySv = "";

    @Column(name = "answered_by_en")
    private String answeredByEn = "";

    @Column(name = "promise_days")
    private int promiseDays;

    @Column(name = "retention_rule")
    private String retentionRule = "";

    @Column(name = "retention_ground")
    private String retentionGround = "";

    @Column(name = "legal_reading")
    private String legalReading = "";

    private boolean closed;

    @ElementCollection
    @CollectionTable(name = "process_step", joinColumns = @JoinColumn(name = "case_type"))
    @OrderColumn(name = "position")
    private List<StepColumns> steps = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private Sector sector = Sector.OTHER;

    /** For the persistence provider. */
    protected CaseTypeRow() {}

    CaseTypeRow(CaseType type, AuthorityRow authority, @Nullable BranchRow branch) {
        code = type.code();
        prefix = type.prefix();
        name = new NameColumns(type.name());
        this.authority = authority;
        this.branch = branch;
        kind = type.kind();
        informationClass = type.filing().informationClass();
        documentType = type.filing().documentType();
        diarySystem = type.filing().diarySystem();
        answeredBySv = type.promise().answeredBy().sv();
        answeredByEn = type.promise().answeredBy().en();
        promiseDays = type.promise().days();
        retentionRule = type.retention().rule();
        retentionGround = type.retention().ground();
        legalReading = type.legalReading();
        closed = type.closed();
        type.steps().forEach(step -> steps.add(new StepColumns(step)));
        sector = type.sector();
    }

    CaseType caseType() {
        return new CaseType(
                code,
                prefix,
                name.name(),
                authority.authority(),
                branch == null ? null : branch.branch(),
                kind,
                new Filing(informationClass, documentType, diarySystem),
                steps.stream().map(StepColumns::step).toList(),
                new Promise(new Name(answeredBySv, answeredByEn), promiseDays),
                new Retention(retentionRule, retentionGround),
                sector,
                legalReading,
                closed);
    }
}
