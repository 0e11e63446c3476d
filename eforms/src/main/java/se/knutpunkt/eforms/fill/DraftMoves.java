package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.change.Difference;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.fill.Moving.Moved;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;

/** Drafts and the newer versions of their forms: what there is to move to, what that would do, and doing it. */
@ApplicationScoped
class DraftMoves {

    @Inject
    DraftTable table;

    @Inject
    DraftFileTable fileRows;

    @Inject
    Roles roles;

    @Inject
    FormRulebook rulebook;

    @Inject
    Clock clock;

    @EJB
    Forms forms;

    @EJB
    Files files;

    DraftStanding standing(DraftRow draft) {
        return DraftStanding.of(forms.laterThan(draft.versionId()), SwedishTime.today(clock));
    }

    MoveView view(DraftRow draft, Filler filler, Locale locale) {
        DraftStanding standing = standing(draft);
        Long newest = standing.newest();
        if (newest == null) {
            throw new VersionIsNewest();
        }
        FormVersion before = forms.version(draft.versionId());
        FormVersion after = forms.version(newest);
        Submitters submitters = after.definition().submitters();
        if (draft.owner() != null && submitters.allowsPerson()) {
            checkRight(draft.owner(), draft.represented(), filler, after);
        }
        Moved moved = moving(before, after).move(draft.content());
        List<AnswerRow> kept = new ArrayList<>();
        List<MoveView.Unfit> unfit = new ArrayList<>();
        FilledForm filled = typing(before).filled(draft.content());
        for (FormPage page : filled.pages()) {
            for (Placed placed : filled.placed(page)) {
                if (draft.content().isTyped(placed.key()) && isTold(placed)) {
                    AnswerRow row = row(placed, filled, locale);
                    MoveView.Why why = moved.unfit().get(placed.key());
                    if (why == null) {
                        kept.add(row);
                    } else {
                        unfit.add(new MoveView.Unfit(row, why));
                    }
                }
            }
        }
        return new MoveView(
                before,
                after,
                standing,
                Difference.between(before.definition(), after.definition()),
                kept,
                unfit,
                draft.owner() == null && !submitters.allowsAnonymous(),
                draft.owner() != null && !submitters.allowsPerson());
    }

    private static boolean isTold(Placed placed) {
        return placed.type().shown()
                && !placed.type().repeats()
                && placed.type().computes(placed.field()).isEmpty();
    }

    private static AnswerRow row(Placed placed, FilledForm filled, Locale locale) {
        return new AnswerRow(
                placed.key(),
                AnswerRows.label(placed, locale),
                Views.typedLines(placed.field(), filled.typed(placed.field()), locale));
    }

    /** False when the newest is another by now. */
    boolean move(DraftRow draft, Filler filler, long versionId) {
        Long newest = standing(draft).newest();
        if (newest == null || newest != versionId) {
            return false;
        }
        FormVersion after = forms.version(versionId);
        PartyId owner = owner(draft, filler, after);
        PartyId represented = owner == null
                ? null
                : draft.owner() == null ? filler.representedId().orElse(null) : draft.represented();
        if (owner != null) {
            checkRight(owner, represented, filler, after);
        }
        Moved moved = moving(forms.version(draft.versionId()), after).move(draft.content());
        moved.dropped().forEach(file -> {
            files.discard(new FileId(file.id()));
            fileRows.remove(file.id());
        });
        table.move(draft, versionId, owner, represented, moved.content());
        return true;
    }

    /** Whose the draft is on the other version; null for nobody's. */
    private static @Nullable PartyId owner(DraftRow draft, Filler filler, FormVersion after) {
        Submitters submitters = after.definition().submitters();
        if (!submitters.allowsPerson()) {
            return null;
        }
        if (draft.owner() == null && !submitters.allowsAnonymous()) {
            return filler.partyId().orElseThrow(LoginRequired::new);
        }
        return draft.owner();
    }

    /** What is asked of someone who begins that version is asked of someone who comes to it. */
    private void checkRight(PartyId owner, @Nullable PartyId represented, Filler filler, FormVersion after) {
        filler.checkLevel(after.definition().need());
        roles.check(owner, represented, after.definition().caseType());
    }

    private Moving moving(FormVersion before, FormVersion after) {
        return new Moving(before.definition(), typing(before), after.definition(), typing(after));
    }

    private Typing typing(FormVersion version) {
        LocalDate today = SwedishTime.today(clock);
        return new Typing(version.definition(), rulebook.of(version), today);
    }
}
