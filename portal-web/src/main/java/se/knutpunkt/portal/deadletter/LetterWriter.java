package se.knutpunkt.portal.deadletter;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.Letter;
import se.knutpunkt.hub.deadletter.LetterCount;
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.deadletter.LetterFilter;
import se.knutpunkt.hub.deadletter.LetterState;
import se.knutpunkt.hub.deadletter.LetterStep;
import se.knutpunkt.hub.deadletter.LetterWork;
import se.knutpunkt.hub.deadletter.LetterWorks;
import se.knutpunkt.hub.deadletter.OpenLetter;
import se.knutpunkt.hub.disclosure.KeptEvent;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.portal.api.EventReplay;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/**
 * Writes refused events for a reader.
 *
 * @param sources names by code
 * @param caseTypes names by code
 * @param days how long a document is kept
 */
record LetterWriter(Visit visit, Map<String, Name> sources, Map<String, Name> caseTypes, long days) {
    private static final Map<LetterState, String> MARKS = Map.of(
            LetterState.WAITING, "wait",
            LetterState.REPLAYED, "done",
            LetterState.PURGED, "");

    LetterList list(
            LetterQuery asked,
            List<Letter> found,
            boolean more,
            boolean later,
            long all,
            boolean bulk,
            List<LetterCount> waiting,
            Map<String, Long> over,
            List<LetterWork> works,
            String done) {
        String query = asked.query();
        return new LetterList(
                found.stream().map(this::row).toList(),
                visit.text("letters.found", all),
                !asked.filter().equals(LetterFilter.ALL.in(LetterState.WAITING)),
                waiting.stream().map(this::count).toList(),
                over.entrySet().stream()
                        .map(one -> visit.text("letters.over", source(one.getKey()), number(one.getValue())))
                        .toList(),
                works.stream().map(this::work).toList(),
                asked,
                choices(sources, asked.source()),
                LetterFilter.KINDS.stream()
                        .sorted()
                        .map(kind -> new LetterList.Choice(
                                kind.name(), kind(kind), kind.name().equals(asked.kind())))
                        .toList(),
                choices(caseTypes, asked.caseType()),
                List.of(LetterState.values()).stream()
                        .map(state -> new LetterList.Choice(
                                state.name(),
                                visit.text("letters.state." + state),
                                state.name().equals(asked.state())))
                        .toList(),
                asked.faults().stream()
                        .map(fault -> new LetterList.Fault(fault.field(), visit.text(fault.key())))
                        .toList(),
                more
                        ? LettersServlet.PATH + "?" + query + "&fore="
                                + found.get(found.size() - 1).id()
                        : "",
                later ? LettersServlet.PATH + "?" + query : "",
                query,
                bulk,
                done.isEmpty() ? "" : visit.text("letters.done." + done));
    }

    private List<LetterList.Choice> choices(Map<String, Name> names, String chosen) {
        List<LetterList.Choice> choices = new ArrayList<>(names.entrySet().stream()
                .map(one -> new LetterList.Choice(
                        one.getKey(), name(one.getValue()), one.getKey().equals(chosen)))
                .sorted(Comparator.comparing(LetterList.Choice::text))
                .toList());
        if (!chosen.isEmpty() && !names.containsKey(chosen)) {
            // a case type that is not registered is what one looks for here
            choices.add(0, new LetterList.Choice(chosen, chosen, true));
        }
        return choices;
    }

    private LetterList.Row row(Letter letter) {
        return new LetterList.Row(
                LettersServlet.PATH + "/" + letter.id(),
                at(letter.last()),
                kind(letter.kind()),
                source(letter.source()),
                caseType(letter.caseType()),
                letter.externalId().isEmpty() ? visit.text("letters.id.none") : letter.externalId(),
                visit.text("letters.state." + letter.state()),
                MARKS.getOrDefault(letter.state(), ""),
                letter.seen() == 1 ? "" : visit.text("letters.seen", number(letter.seen())));
    }

    private LetterList.Count count(LetterCount count) {
        LetterQuery only =
                new LetterQuery(count.source(), count.kind().name(), "", LetterState.WAITING.name(), "", "", "", false);
        return new LetterList.Count(
                kind(count.kind()),
                source(count.source()),
                number(count.letters()),
                LettersServlet.PATH + "?" + only.query(),
                visit.text("letters.kind." + count.kind() + ".todo"));
    }

    private LetterList.Work work(LetterWork work) {
        List<String> results = new ArrayList<>();
        long told = 0;
        for (Map.Entry<LetterStep.What, Long> one : work.results().entrySet()) {
            told += one.getValue();
            results.add(visit.text("letters.work." + one.getKey(), number(one.getValue())));
        }
        work.refused()
                .forEach((kind, letters) -> results.add(visit.text("letters.work.why", number(letters), kind(kind))));
        Instant done = work.done();
        if (done != null && told < work.letters()) {
            results.add(visit.text("letters.work.left", number(work.letters() - told)));
        }
        return new LetterList.Work(
                visit.text("letters.work.title." + work.what()),
                String.join(" · ", filter(work.filter())) + visit.text("letters.work.by", work.by(), at(work.asked())),
                done == null
                        ? visit.text("letters.work.under", number(told), number(work.letters()))
                        : visit.text("letters.work.done", at(done), number(work.letters())),
                done == null ? "wait" : "done",
                results);
    }

    LetterView view(OpenLetter open, Beside.Both both, String done) {
        Letter letter = open.letter();
        boolean waiting = letter.state() == LetterState.WAITING;
        boolean tried = waiting && open.draftKind() != null;
        boolean changed = waiting && open.draft() != null;
        String original = open.document().isEmpty() ? "" : EventReplay.pretty(open.document());
        String text = changed ? String.valueOf(open.draft()) : original;
        Verdict kind = tried && open.draftKind() != null ? open.draftKind() : letter.kind();
        List<LetterView.Beside> beside = beside(both);
        return new LetterView(
                LettersServlet.PATH + "/" + letter.id(),
                kind(letter.kind()),
                visit.text("letters.state." + letter.state()),
                MARKS.getOrDefault(letter.state(), ""),
                visit.text("letters.kind." + letter.kind() + ".todo"),
                done.isEmpty() || done.equals("igen") ? "" : visit.text("letters.done." + done),
                tried ? visit.text("letters.again", kind(kind)) : "",
                tried,
                facts(letter),
                faults(tried ? open.draftFaults() : changed ? List.of() : open.faults(), text),
                text,
                changed,
                changed ? original : "",
                open.partial(),
                waiting,
                letter.state() != LetterState.PURGED,
                beside,
                besideText(both, beside),
                open.steps().stream().map(this::step).toList());
    }

    private List<LetterView.Fact> facts(Letter letter) {
        List<LetterView.Fact> facts = new ArrayList<>();
        fact(facts, "source", source(letter.source()));
        fact(facts, "id", letter.externalId());
        fact(facts, "casetype", caseType(letter.caseType()));
        fact(facts, "received", at(letter.received()));
        if (letter.seen() > 1) {
            fact(facts, "seen", visit.text("letters.fact.seen.text", number(letter.seen()), at(letter.last())));
        }
        if (letter.state() != LetterState.PURGED) {
            fact(facts, "kept", Dates.date(letter.last().plusSeconds(days * 86_400), visit.getLanguage()));
        }
        return facts;
    }

    private void fact(List<LetterView.Fact> facts, String key, String text) {
        facts.add(new LetterView.Fact(
                visit.text("letters.fact." + key), text.isEmpty() ? visit.text("letters.fact.unknown") : text));
    }

    private List<LetterView.Fault> faults(List<LetterFault> faults, String text) {
        Places places = Places.of(text);
        return faults.stream()
                .map(fault -> new LetterView.Fault(
                        places.line(fault.pointer())
                                .map(line -> visit.text("letters.line", line))
                                .orElse(""),
                        fault.pointer(),
                        FaultWords.in(visit.getLanguage(), fault.detail())))
                .toList();
    }

    private LetterView.Step step(LetterStep step) {
        String text = visit.text("letters.step." + step.what() + (step.edited() ? ".edited" : ""));
        Verdict kind = step.kind();
        return new LetterView.Step(
                at(step.at()),
                step.by().isEmpty() ? visit.text("letters.step.sweep") : step.by(),
                kind == null ? text : text + " " + kind(kind) + ".",
                step.document(),
                step.note());
    }

    private String besideText(Beside.Both both, List<LetterView.Beside> beside) {
        KeptEvent kept = both.kept();
        if (kept == null) {
            return "";
        }
        if (kept.hidden()) {
            return visit.text("letters.beside.hidden", at(kept.taken()));
        }
        boolean same = beside.stream().noneMatch(LetterView.Beside::differs);
        return visit.text(same ? "letters.beside.same" : "letters.beside.text", at(kept.taken()));
    }

    private List<LetterView.Beside> beside(Beside.Both both) {
        IncomingEvent refused = both.refused();
        KeptEvent kept = both.kept();
        List<LetterView.Beside> fields = new ArrayList<>();
        if (refused == null || kept == null || kept.hidden()) {
            return fields;
        }
        KeptEvent.Texts texts = kept.texts();
        beside(fields, "rubrik", refused.wording().headline(), texts.headline());
        beside(fields, "beskrivning", refused.wording().description(), texts.description());
        beside(fields, "neutralSammanfattning", refused.wording().neutralSummary(), texts.neutralSummary());
        beside(fields, "sprak", refused.wording().language(), texts.language());
        beside(fields, "tidpunkt", at(refused.occurredAt()), at(kept.occurredAt()));
        beside(fields, "arendetyp", refused.matter().caseType(), kept.caseType());
        beside(fields, "arende", refused.matter().caseNumber(), kept.caseNumber());
        beside(fields, "huvudarende", text(refused.matter().mainCaseNumber()), text(kept.mainCaseNumber()));
        beside(fields, "kundhandelseTyp", refused.status().type(), kept.eventType());
        beside(fields, "atgard", yes(refused.status().needsAction()), yes(kept.needsAction()));
        beside(fields, "klart", yes(refused.status().done()), yes(kept.done()));
        beside(fields, "diarie", yes(refused.status().diaryEvent()), yes(kept.diaryEvent()));
        beside(fields, "visas", yes(refused.status().shownToCitizen()), yes(kept.shown()));
        person(fields, "kund", kept.sameParty());
        person(fields, "beror", kept.sameConcerned());
        beside(fields, "lank", text(refused.references().link()), texts.link());
        beside(fields, "utokadInformation", text(refused.references().information()), texts.information());
        beside(fields, "taggar", String.join(", ", refused.references().tags()), String.join(", ", texts.tags()));
        beside(fields, "bilagor", Integer.toString(refused.attachments().size()), Integer.toString(kept.attachments()));
        Replacement replaces = refused.replaces();
        beside(
                fields,
                "ersatter",
                replaced(replaces == null ? null : replaces.externalId(), replaces == null ? null : replaces.kind()),
                replaced(kept.replacedId(), kept.replacedHow()));
        return fields;
    }

    private String replaced(@Nullable String id, Replacement.@Nullable Kind how) {
        return id == null || how == null ? "" : visit.text("letters.replaces." + how, id);
    }

    private void beside(List<LetterView.Beside> fields, String name, String refused, String kept) {
        fields.add(new LetterView.Beside(visit.text("letters.field." + name), refused, kept, !refused.equals(kept)));
    }

    /** Numbers are not repeated here: whether it is the same person is what matters. */
    private void person(List<LetterView.Beside> fields, String name, boolean same) {
        fields.add(new LetterView.Beside(
                visit.text("letters.field." + name),
                visit.text(same ? "letters.person.same" : "letters.person.other"),
                visit.text(same ? "letters.person.same" : "letters.person.kept"),
                !same));
    }

    LetterQuestion question(
            String key,
            LetterWorks.Preview preview,
            LetterQuery asked,
            boolean reasoned,
            String fault,
            String action,
            String back) {
        boolean none = preview.letters() == 0;
        return new LetterQuestion(
                none ? visit.text("letters.all.none.title") : visit.text(key + ".title", preview.letters()),
                List.of(none ? visit.text("letters.all.none.text") : visit.text(key + ".text")),
                filter(asked.filter()),
                none ? "" : action,
                Long.toString(preview.lastId()),
                asked,
                reasoned,
                "",
                fault,
                visit.text(key + ".do", preview.letters()),
                reasoned,
                back);
    }

    LetterQuestion purging(Letter letter, LetterQuery asked, String fault) {
        String address = LettersServlet.PATH + "/" + letter.id();
        return new LetterQuestion(
                visit.text("letters.purge.title"),
                List.of(visit.text("letters.purge.text")),
                List.of(
                        kind(letter.kind()),
                        source(letter.source()),
                        letter.externalId().isEmpty() ? visit.text("letters.id.none") : letter.externalId()),
                address + "/gallra",
                "",
                asked,
                true,
                "",
                fault,
                visit.text("letters.purge.do"),
                true,
                address);
    }

    /** The filter in words. */
    private List<String> filter(LetterFilter filter) {
        List<String> words = new ArrayList<>();
        Verdict kind = filter.kind();
        words.add(kind == null ? visit.text("letters.filter.kind.all") : kind(kind));
        words.add(filter.source().isEmpty() ? visit.text("letters.filter.source.all") : source(filter.source()));
        Optional.of(filter.caseType()).filter(code -> !code.isEmpty()).ifPresent(code -> words.add(caseType(code)));
        Optional.of(filter.externalId()).filter(id -> !id.isEmpty()).ifPresent(words::add);
        if (filter.from() != null) {
            words.add(visit.text("letters.filter.from", Dates.date(filter.from(), visit.getLanguage())));
        }
        if (filter.to() != null) {
            // a day ends before the next begins
            words.add(visit.text("letters.filter.to", Dates.date(filter.to().minusSeconds(1), visit.getLanguage())));
        }
        return words;
    }

    private String kind(Verdict kind) {
        return visit.text("sources.verdict." + kind);
    }

    private String source(String code) {
        Name name = sources.get(code);
        return name == null ? code : name(name);
    }

    private String caseType(String code) {
        Name name = caseTypes.get(code);
        return name == null ? code : name(name) + " (" + code + ")";
    }

    private String name(Name name) {
        return name.in(visit.getLanguage().getTag());
    }

    private String yes(boolean flag) {
        return visit.text(flag ? "letters.yes" : "letters.no");
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(visit.getLanguage().locale()).format(count);
    }

    private String at(Instant at) {
        return Dates.dateAndTime(at, visit.getLanguage());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
