package se.knutpunkt.eforms.design;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.change.Difference;
import se.knutpunkt.eforms.definition.CatalogueSection;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormNotFound;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.FormOverview.State;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.ImportResult;
import se.knutpunkt.eforms.definition.LaterVersion;
import se.knutpunkt.eforms.definition.OldDraftsDay;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;

/** The forms, as rows of {@code form} and {@code form_version}. */
@Stateless
public class JpaForms implements Forms {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @PersistenceContext(unitName = "eforms")
    EntityManager entities;

    @EJB
    CaseTypes caseTypes;

    @Inject
    Definitions definitions;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Override
    public List<Problem> problems(byte[] json) {
        return reader().read(json).problems();
    }

    @Override
    public ImportResult importDraft(byte[] json) {
        var read = reader().read(json);
        FormDefinition definition = read.definition();
        if (definition == null) {
            return new ImportResult(null, read.problems());
        }
        FormVersionRow version =
                new FormVersionRow(formOf(definition), DefinitionJson.write(definition), clock.instant());
        entities.persist(version);
        entities.flush();
        return new ImportResult(version.id(), List.of());
    }

    @Override
    public FormVersion version(long versionId) {
        return find(versionId).version(definitions);
    }

    @Override
    public FormVersion publish(long versionId) {
        return publish(versionId, OldDraftsDay.usual(SwedishTime.today(clock)));
    }

    @Override
    public FormVersion publish(long versionId, @Nullable LocalDate oldDraftsUntil) {
        checkFit(oldDraftsUntil);
        FormVersionRow version = find(versionId);
        FormDefinition definition = version.version(definitions).definition();
        FormRow form = locked(version.form());
        entities.refresh(version);
        form.publish(
                version,
                clock.instant(),
                before -> Difference.between(before.version(definitions).definition(), definition)
                        .breaking(),
                oldDraftsUntil);
        return version.version(definitions);
    }

    @Override
    public boolean prolong(long versionId, @Nullable LocalDate oldDraftsUntil) {
        checkFit(oldDraftsUntil);
        FormVersionRow version = find(versionId);
        locked(version.form());
        entities.refresh(version);
        if (!version.isPublished()) {
            throw new FormNotFound();
        }
        return version.prolong(oldDraftsUntil);
    }

    private void checkFit(@Nullable LocalDate day) {
        if (day != null && !OldDraftsDay.isFit(day, SwedishTime.today(clock))) {
            throw new IllegalArgumentException("the day may not be chosen");
        }
    }

    @Override
    public Optional<FormVersion> before(long versionId) {
        FormVersionRow version = find(versionId);
        return version.form().before(version).map(before -> before.version(definitions));
    }

    @Override
    public List<LaterVersion> laterThan(long versionId) {
        return database.query(
                "SELECT later.id, later.breaking, later.old_drafts_until FROM form_version own"
                        + " JOIN form_version later ON later.form_id = own.form_id AND later.number > own.number"
                        + " WHERE own.id = ? AND later.published_at IS NOT NULL ORDER BY later.number",
                row -> new LaterVersion(row.number("id"), row.flag("breaking"), row.dateOrNull("old_drafts_until")),
                versionId);
    }

    @Override
    public void close(String slug) {
        locked(form(slug).orElseThrow(FormNotFound::new)).become(State.CLOSED);
    }

    @Override
    public void reopen(String slug) {
        locked(form(slug).orElseThrow(FormNotFound::new)).become(State.OPEN);
    }

    @Override
    public Optional<FormVersion> published(String slug, int number) {
        return form(slug).stream()
                .flatMap(form -> form.overview(definitions).versions().stream())
                .filter(version -> version.number() == number && version.published() != null)
                .findFirst();
    }

    @Override
    public List<FormOverview> all() {
        return entities.createQuery("SELECT f FROM FormRow f", FormRow.class)
                .getResultStream()
                .map(form -> form.overview(definitions))
                .sorted(java.util.Comparator.comparing(form -> form.title().in(SWEDISH)))
                .toList();
    }

    @Override
    public List<CatalogueSection> catalogue(Locale locale) {
        return new Catalogue(open(), locale).sections();
    }

    @Override
    public List<FormVersion> search(String query, Locale locale) {
        return new Catalogue(open(), locale).search(query);
    }

    @Override
    public Optional<FormVersion> bySlug(String slug) {
        return form(slug).flatMap(FormRow::open).map(version -> version.version(definitions));
    }

    private List<FormVersion> open() {
        return entities.createQuery("SELECT f FROM FormRow f WHERE f.state = :open", FormRow.class)
                .setParameter("open", State.OPEN)
                .getResultStream()
                .flatMap(form -> form.open().stream())
                .map(version -> version.version(definitions))
                .toList();
    }

    private DefinitionReader reader() {
        return new DefinitionReader(code -> caseTypes
                .find(code)
                .map(CaseType::closed)
                .map(closed -> !closed)
                .orElse(false));
    }

    private FormVersionRow find(long versionId) {
        FormVersionRow version = entities.find(FormVersionRow.class, versionId);
        if (version == null) {
            throw new FormNotFound();
        }
        return version;
    }

    private Optional<FormRow> form(String slug) {
        return entities.createQuery("SELECT f FROM FormRow f WHERE f.slug = :slug", FormRow.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    private FormRow formOf(FormDefinition definition) {
        Optional<FormRow> known = form(definition.slug());
        if (known.isPresent()) {
            return locked(known.get());
        }
        FormRow made = new FormRow(definition.slug(), clock.instant());
        entities.persist(made);
        return made;
    }

    /** Versions of one form are numbered and published one at a time. */
    private FormRow locked(FormRow form) {
        entities.refresh(form, LockModeType.PESSIMISTIC_WRITE);
        return form;
    }
}
