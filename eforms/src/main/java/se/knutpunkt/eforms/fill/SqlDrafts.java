package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormNotFound;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.upload.VirusScanner;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;

/** Drafts in plain SQL: a row read, worked on in memory and written back under its lock. */
@Stateless
public class SqlDrafts implements Drafts {

    @Inject
    DraftTable table;

    @Inject
    Roles roles;

    @Inject
    FormRulebook rulebook;

    @Inject
    Clock clock;

    @Inject
    DraftFileTable fileRows;

    @Inject
    VirusScanner scanner;

    @Inject
    VisibleFields visible;

    @Inject
    DraftMoves moves;

    @EJB
    DraftFiles draftFiles;

    @EJB
    DraftFileAttachment attachment;

    @EJB
    Forms forms;

    @EJB
    Files files;

    @EJB
    Parties parties;

    @Override
    public DraftRef start(String slug, Filler filler) {
        FormVersion version = forms.bySlug(slug).orElseThrow(FormNotFound::new);
        Optional<PartyId> owner =
                filler.partyId().filter(party -> submitters(version).allowsPerson());
        if (owner.isEmpty() && !submitters(version).allowsAnonymous()) {
            throw new LoginRequired();
        }
        if (owner.isPresent()) {
            filler.checkLevel(version.definition().need());
        }
        PartyId represented = owner.isPresent() ? filler.representedId().orElse(null) : null;
        owner.ifPresent(
                party -> roles.check(party, represented, version.definition().caseType()));
        DraftContent content = owner.map(party -> represented == null ? party : represented)
                .map(subject -> prefilled(version.definition(), subject, filler, represented == null))
                .orElse(DraftContent.EMPTY);
        return table.insert(version.id(), owner.orElse(null), represented, content);
    }

    @Override
    public DraftView open(DraftRef ref, Filler filler, Locale locale) {
        DraftRow draft = read(ref, filler);
        FormVersion version = forms.version(draft.versionId());
        String next = filled(draft, version).firstIncomplete().map(FormPage::id).orElse(null);
        return new DraftView(ref, version, next, draft.changed(), draft.expires(), standing(draft));
    }

    @Override
    public StepView step(DraftRef ref, Filler filler, String pageId, Locale locale) {
        DraftRow draft = read(ref, filler);
        FormVersion version = forms.version(draft.versionId());
        FilledForm filled = filled(draft, version);
        FormPage page = filled.page(pageId).orElseThrow(PageNotFound::new);
        StepView step = new Views(version.definition(), filled, locale).step(page, draft.expires());
        StepView scanned = step.takesFiles() && scanner.isOn() ? step.withScans(fileRows.scans(draft)) : step;
        return scanned.withStanding(standing(draft));
    }

    @Override
    public Saved save(DraftRef ref, Filler filler, PageInput answers) {
        DraftRow draft = lock(ref, filler);
        Typing.Result result = typing(forms.version(draft.versionId())).save(draft.content(), answers);
        result.dropped().forEach(this::drop);
        table.save(draft, result.content());
        return result.saved();
    }

    /** Outside any transaction: no row stays locked while a slow sender uploads. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean addFile(DraftRef ref, Filler filler, UploadedFile file) {
        DraftRow draft = read(ref, filler);
        return draftFiles.add(draft, visible.fileField(draft, file.fieldId()), file);
    }

    @Override
    public void removeFile(DraftRef ref, Filler filler, String fileId) {
        DraftRow draft = lock(ref, filler);
        DraftContent content = draft.content();
        for (Field field : forms.version(draft.versionId())
                .definition()
                .fields(content.typed())
                .toList()) {
            if (!FieldTypes.standard().of(field).takesFiles()) {
                continue;
            }
            List<String> kept = content.typed().getOrDefault(field.id(), List.of()).stream()
                    .filter(value -> !AnsweredFile.of(value).id().equals(fileId))
                    .toList();
            if (kept.size()
                    < content.typed().getOrDefault(field.id(), List.of()).size()) {
                drop(new FileId(fileId));
                content = content.withTyped(field.id(), kept);
            }
        }
        table.save(draft, content);
    }

    @Override
    public ReviewView review(DraftRef ref, Filler filler, Locale locale) {
        DraftRow draft = read(ref, filler);
        FormVersion version = forms.version(draft.versionId());
        FilledForm filled = filled(draft, version);
        return new ReviewView(
                version,
                filled.caseType(),
                new Views(version.definition(), filled, locale).sections(),
                standing(draft));
    }

    @Override
    public Optional<PartyId> forWhom(DraftRef ref, PartyId person) {
        return table.find(ref)
                .filter(draft -> person.equals(draft.owner()))
                .map(draft -> draft.represented() == null ? person : draft.represented());
    }

    @Override
    public List<DraftSummary> own(PartyId party, @Nullable PartyId represented, Locale locale) {
        return table.ofOwner(party, represented).stream()
                .map(draft -> {
                    FormDefinition form = forms.version(draft.versionId()).definition();
                    return new DraftSummary(
                            draft.ref(),
                            form.slug(),
                            form.title().in(locale),
                            draft.changed(),
                            draft.expires(),
                            standing(draft));
                })
                .toList();
    }

    @Override
    public MoveView moving(DraftRef ref, Filler filler, Locale locale) {
        return moves.view(read(ref, filler), filler, locale);
    }

    @Override
    public boolean move(DraftRef ref, Filler filler, long versionId) {
        return moves.move(lock(ref, filler), filler, versionId);
    }

    @Override
    public long countOpen(String slug) {
        return table.countOpen(slug);
    }

    private DraftStanding standing(DraftRow draft) {
        return moves.standing(draft);
    }

    @Override
    public void delete(DraftRef ref, Filler filler) {
        DraftRow draft = unsent(table.lock(ref), filler);
        forms.version(draft.versionId())
                .definition()
                .fields(draft.content().typed())
                .filter(field -> FieldTypes.standard().of(field).takesFiles())
                .flatMap(field -> draft.content().typed().getOrDefault(field.id(), List.of()).stream())
                .map(AnsweredFile::of)
                .forEach(this::drop);
        table.delete(draft);
    }

    private DraftRow read(DraftRef ref, Filler filler) {
        DraftRow draft = levelled(unsent(table.find(ref), filler), filler);
        boolean refused =
                scanner.isOn() && fileRows.scans(draft).values().stream().anyMatch(ScanState::isRefused);
        if (!refused) {
            return draft;
        }
        attachment.removeRefused(ref, fileFields(forms.version(draft.versionId()), draft.content()));
        return unsent(table.find(ref), filler);
    }

    static List<Field> fileFields(FormVersion version, DraftContent content) {
        return version.definition()
                .fields(content.typed())
                .filter(field -> FieldTypes.standard().of(field).takesFiles())
                .toList();
    }

    private DraftRow lock(DraftRef ref, Filler filler) {
        return levelled(unsent(table.lock(ref), filler), filler);
    }

    /** A draft begun without login asks for no login later either. */
    private DraftRow levelled(DraftRow draft, Filler filler) {
        if (draft.owner() != null) {
            filler.checkLevel(forms.version(draft.versionId()).definition().need());
        }
        return draft;
    }

    static DraftRow unsent(Optional<DraftRow> found, Filler filler) {
        DraftRow draft = found.filter(row -> row.belongsTo(filler)).orElseThrow(DraftNotFound::new);
        if (draft.sent() != null) {
            throw new AlreadySent();
        }
        return draft;
    }

    private FilledForm filled(DraftRow draft, FormVersion version) {
        return typing(version).filled(draft.content());
    }

    private Typing typing(FormVersion version) {
        LocalDate today = SwedishTime.today(clock);
        return new Typing(version.definition(), rulebook.of(version), today);
    }

    private void drop(AnsweredFile file) {
        drop(new FileId(file.id()));
    }

    private void drop(FileId file) {
        files.discard(file);
        fileRows.remove(file.value());
    }

    private static se.knutpunkt.eforms.definition.Submitters submitters(FormVersion version) {
        return version.definition().submitters();
    }

    /** What a weak login has not told by itself is not shown to it: a form that takes one would else give it away. */
    private DraftContent prefilled(FormDefinition form, PartyId party, Filler filler, boolean own) {
        DraftContent content = DraftContent.EMPTY;
        // what another has told of how to be reached is not the business of whoever acts for them
        ContactSettings contact =
                own && filler.isKnownAt(AssuranceLevel.LOA3) ? parties.contact(party) : ContactSettings.NONE;
        for (Field field :
                form.fields().filter(asking -> asking.prefill() != null).toList()) {
            String known = switch (field.prefill()) {
                case NAME -> parties.get(party).name();
                case EMAIL -> contact.email();
                case PHONE -> contact.phone();
            };
            if (known != null) {
                content = content.withTyped(field.id(), List.of(known));
            }
        }
        return content;
    }
}
