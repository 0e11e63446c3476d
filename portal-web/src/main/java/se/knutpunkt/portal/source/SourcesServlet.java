package se.knutpunkt.portal.source;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventAttachments;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.SourceKey;
import se.knutpunkt.hub.source.SourceRates;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.ShownOnce;
import se.knutpunkt.portal.page.Visit;

/** {@code /kallsystem}: the source systems, for system managers alone. */
@WebServlet(SourcesServlet.PATH + "/*")
public class SourcesServlet extends PageServlet {
    static final String PATH = "/kallsystem";

    /** First parts of addresses that are no source's code. */
    static final Set<String> RESERVED = Set.of("nytt");

    private static final long serialVersionUID = 1L;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES =
            Set.of("registrerat", "andrat", "sparrad", "fanns-inte", "stangt", "oppnat", "redan", "visad");
    private static final Map<String, Duration> ENDS =
            Map.of("1", Duration.ofDays(1), "7", Duration.ofDays(7), "30", Duration.ofDays(30));

    @Inject
    transient SourceRegister sources;

    @Inject
    transient CaseTypes register;

    @EJB
    transient EventAttachments attachments;

    @Inject
    transient ShownOnce shown;

    @Inject
    transient SubscriptionPages subscriptions;

    @Inject
    transient FilesPages files;

    @Inject
    transient Clock clock;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        Login manager = manager(visit);
        List<String> path = visit.segments();
        String page = path.size() < 2 ? "" : path.get(1);
        if (path.isEmpty()) {
            visit.show("source/list", writer(visit).list(sources.all(), sources.rates(), sources.livingKeys()));
        } else if (path.equals(List.of("nytt"))) {
            showForm(visit, null);
        } else if (path.size() == 1) {
            showSource(visit, source(path.get(0)), manager);
        } else if (page.equals(SubscriptionPages.PAGE)) {
            subscriptions.get(visit, source(path.get(0)), writer(visit), manager, path.subList(2, path.size()));
        } else if (page.equals(FilesPages.PAGE)) {
            files.get(visit, source(path.get(0)), writer(visit), path.subList(2, path.size()));
        } else if (path.size() == 2 && page.equals("andra")) {
            showForm(visit, source(path.get(0)));
        } else if (path.size() == 2 && page.equals("stang")) {
            visit.show("source/question", closing(visit, source(path.get(0))));
        } else if (path.size() == 3 && page.equals("sparra")) {
            visit.show("source/question", revoking(visit, source(path.get(0)), id(path.get(2))));
        } else {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        Login manager = manager(visit);
        untilDone(visit, v -> change(v, v.segments(), manager));
    }

    private void change(Visit visit, List<String> path, Login manager) throws ServletException, IOException {
        StaffId by = manager.staff().orElseThrow();
        if (path.equals(List.of("nytt"))) {
            add(visit, by);
            return;
        }
        if (path.size() < 2) {
            throw Refusal.notFound();
        }
        if (path.get(1).equals(SubscriptionPages.PAGE)) {
            subscriptions.post(visit, source(path.get(0)), manager, path.subList(2, path.size()));
            return;
        }
        if (path.get(1).equals(FilesPages.PAGE)) {
            files.post(visit, source(path.get(0)), writer(visit), by, path.subList(2, path.size()));
            return;
        }
        String code = source(path.get(0)).settings().code();
        switch (path.get(1) + path.size()) {
            case "andra2" -> change(visit, code, by);
            case "ny-nyckel2" -> makeKey(visit, code, manager);
            case "sparra3" -> done(visit, code, sources.revoke(code, id(path.get(2)), by) ? "sparrad" : "fanns-inte");
            case "stang2" -> done(visit, code, sources.close(code, by) ? "stangt" : "redan");
            case "oppna2" -> done(visit, code, sources.reopen(code, by) ? "oppnat" : "redan");
            default -> throw Refusal.notFound();
        }
    }

    private static void done(Visit visit, String code, String message) {
        visit.seeOther(SourceWriter.address(code) + "?klart=" + message);
    }

    private void add(Visit visit, StaffId by) {
        SourceForm form = SourceForm.of(visit);
        if (faults(form).isEmpty() && sources.add(form.settings(), by)) {
            done(visit, form.code(), "registrerat");
        } else {
            visit.seeOther(PATH + "/nytt?fel=1&" + form.query() + "#fel");
        }
    }

    private void change(Visit visit, String code, StaffId by) {
        SourceForm form = SourceForm.of(visit).withCode(code);
        if (faults(form).isEmpty() && sources.change(form.settings(), form.seen(), by)) {
            done(visit, code, "andrat");
        } else {
            visit.seeOther(SourceWriter.address(code) + "/andra?fel=1&" + form.query() + "#fel");
        }
    }

    private void makeKey(Visit visit, String code, Login manager) {
        Duration othersEndIn = visit.value("gamla").map(ENDS::get).orElse(null);
        Optional<String> key =
                sources.makeKey(code, othersEndIn, manager.staff().orElseThrow());
        key.ifPresent(made -> shown.carry(visit, SourceWriter.address(code), manager.id(), made));
        visit.seeOther(SourceWriter.address(code) + (key.isPresent() ? "?klart=visad#ny-nyckel" : "?klart=redan"));
    }

    private void showSource(Visit visit, KeptSource source, Login manager) throws ServletException, IOException {
        String code = source.settings().code();
        String done = visit.value("klart").filter(MESSAGES::contains).orElse("");
        String key = shown.take(visit, SourceWriter.address(code), manager.id()).orElse("");
        SourceRates sent = sources.rates().getOrDefault(code, SourceRates.NONE);
        SourceView view =
                writer(visit).view(source, sent, attachments.awaited(code), sources.keys(code), sources.changes(code));
        // a page that is read again says that the key is not shown again, instead of showing nothing
        String message = done.isEmpty() || !key.isEmpty() ? "" : visit.text("sources.done." + done);
        visit.show("source/source", view.with(message, key));
    }

    private void showForm(Visit visit, @Nullable KeptSource source) throws ServletException, IOException {
        boolean wrong = visit.value("fel").isPresent();
        SourceForm kept = source == null ? SourceForm.EMPTY : SourceForm.of(source);
        SourceForm form = wrong ? SourceForm.of(visit) : kept;
        List<SourceForm.Fault> faults = new ArrayList<>();
        if (source != null) {
            form = form.withCode(source.settings().code());
        }
        if (wrong) {
            faults.addAll(faults(form));
            if (faults.isEmpty()) {
                // the form is right, so something else was in the way
                faults.add(
                        source == null
                                ? new SourceForm.Fault("kod", "sources.fault.code.taken", "")
                                : new SourceForm.Fault("namn", "sources.fault.changed", ""));
                form = source == null ? form : form.withVersion(source.version());
            }
        }
        SourceWriter writer = writer(visit);
        String back = source == null ? PATH : SourceWriter.address(kept.code());
        visit.show(
                "source/form",
                new SourceFormPage(
                        source == null
                                ? visit.text("sources.form.new")
                                : visit.text(
                                        "sources.form.change",
                                        writer.name(source.settings().name())),
                        source == null ? PATH + "/nytt" : back + "/andra",
                        back,
                        source == null,
                        form,
                        writer.authorityChoices(form.authority()),
                        writer.caseTypeChoices(form.caseTypes()),
                        writer.unitChoices(form.unit()),
                        writer.caseTypeChoices(form.asks()),
                        writer.faults(faults)));
    }

    private SourceQuestion closing(Visit visit, KeptSource source) {
        String address = SourceWriter.address(source.settings().code());
        return new SourceQuestion(
                visit.text(
                        "sources.close.title",
                        writer(visit).name(source.settings().name())),
                List.of(visit.text("sources.close.text"), visit.text("sources.close.citizens")),
                address + "/stang",
                visit.text("sources.close.do"),
                address);
    }

    private SourceQuestion revoking(Visit visit, KeptSource source, long id) {
        String code = source.settings().code();
        List<SourceKey> living = sources.keys(code).stream()
                .filter(key -> key.counts(clock.instant()))
                .toList();
        SourceKey key =
                living.stream().filter(one -> one.id() == id).findFirst().orElseThrow(Refusal::notFound);
        SourceWriter writer = writer(visit);
        List<String> texts = new ArrayList<>();
        texts.add(visit.text("sources.revoke.text", writer.hint(key.hint())));
        if (living.size() == 1) {
            texts.add(visit.text("sources.revoke.last"));
        }
        return new SourceQuestion(
                visit.text("sources.revoke.title", writer.name(source.settings().name())),
                texts,
                SourceWriter.address(code) + "/sparra/" + id,
                visit.text("sources.revoke.do"),
                SourceWriter.address(code));
    }

    private List<SourceForm.Fault> faults(SourceForm form) {
        return form.faults(authorities().keySet(), caseTypes().keySet());
    }

    private SourceWriter writer(Visit visit) {
        return new SourceWriter(visit, authorities(), caseTypes(), clock.instant());
    }

    private Map<String, Name> authorities() {
        Map<String, Name> names = new TreeMap<>();
        register.authorities().forEach(authority -> names.put(authority.code(), authority.name()));
        return names;
    }

    private Map<String, Name> caseTypes() {
        Map<String, Name> names = new TreeMap<>();
        register.all().forEach(type -> names.put(type.code(), type.name()));
        return names;
    }

    private KeptSource source(String code) {
        return sources.find(code).orElseThrow(Refusal::notFound);
    }

    private static Login manager(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.SYSTEM_MANAGER);
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }
}
