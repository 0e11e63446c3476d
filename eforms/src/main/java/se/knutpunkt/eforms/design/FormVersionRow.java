package se.knutpunkt.eforms.design;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;

/** A version of a form as stored. */
@Entity
@Table(name = "form_version")
class FormVersionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "form_id", updatable = false)
    private @Nullable FormRow form;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String definition = "";

    @Column(name = "imported_at", updatable = false)
    private Instant imported = Instant.EPOCH;

    @Column(name = "published_at")
    private @Nullable Instant published;

    private boolean breaking;

    @Column(name = "old_drafts_until")
    private @Nullable LocalDate oldDraftsUntil;

    /** For the persistence provider. */
    protected FormVersionRow() {}

    FormVersionRow(FormRow form, String definition, Instant imported) {
        this.form = form;
        this.number = form.nextNumber();
        this.definition = definition;
        this.imported = imported;
    }

    long id() {
        return id;
    }

    int number() {
        return number;
    }

    FormRow form() {
        if (form == null) {
            throw new IllegalStateException("a version without its form");
        }
        return form;
    }

    boolean isPublished() {
        return published != null;
    }

    void publish(Instant now, boolean breaks, @Nullable LocalDate until) {
        published = now;
        breaking = breaks;
        oldDraftsUntil = breaks ? until : null;
    }

    /** False when it would be no longer than now. */
    boolean prolong(@Nullable LocalDate until) {
        LocalDate now = oldDraftsUntil;
        if (!breaking || published == null || now == null || (until != null && !until.isAfter(now))) {
            return false;
        }
        oldDraftsUntil = until;
        return true;
    }

    FormVersion version(Definitions definitions) {
        return new FormVersion(
                id, number, definitions.of(id, definition), imported, published, breaking, oldDraftsUntil);
    }
}
