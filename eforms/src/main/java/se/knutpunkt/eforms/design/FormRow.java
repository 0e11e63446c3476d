package se.knutpunkt.eforms.design;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormNotFound;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.FormOverview.State;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.NewerVersionPublished;

/** A form as stored, with its versions. */
@Entity
@Table(name = "form")
class FormRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private String slug = "";

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    @Column(name = "created_at", updatable = false)
    private Instant created = Instant.EPOCH;

    @OneToMany(mappedBy = "form")
    @OrderBy("number DESC")
    private List<FormVersionRow> versions = new ArrayList<>();

    /** For the persistence provider. */
    protected FormRow() {}

    FormRow(String slug, Instant created) {
        this.slug = slug;
        this.created = created;
    }

    int nextNumber() {
        return versions.stream().mapToInt(FormVersionRow::number).max().orElse(0) + 1;
    }

    /** @param breaks whether it breaks drafts on the version that it replaces */
    void publish(
            FormVersionRow version, Instant now, Predicate<FormVersionRow> breaks, @Nullable LocalDate oldDraftsUntil) {
        boolean newerIsOut =
                versions.stream().anyMatch(other -> other.number() > version.number() && other.isPublished());
        if (newerIsOut) {
            throw new NewerVersionPublished();
        }
        if (!version.isPublished()) {
            version.publish(now, before(version).filter(breaks).isPresent(), oldDraftsUntil);
            state = State.OPEN;
        }
    }

    /** The published version before that one. */
    Optional<FormVersionRow> before(FormVersionRow version) {
        return versions.stream()
                .filter(other -> other.number() < version.number() && other.isPublished())
                .findFirst();
    }

    /** Opens or closes a form that has a published version. */
    void become(State wanted) {
        if (state == State.DRAFT) {
            throw new FormNotFound();
        }
        state = wanted;
    }

    Optional<FormVersionRow> open() {
        return state == State.OPEN
                ? versions.stream().filter(FormVersionRow::isPublished).findFirst()
                : Optional.empty();
    }

    FormOverview overview(Definitions definitions) {
        List<FormVersion> all =
                versions.stream().map(version -> version.version(definitions)).toList();
        return new FormOverview(slug, all.get(0).definition().title(), state, all);
    }
}
