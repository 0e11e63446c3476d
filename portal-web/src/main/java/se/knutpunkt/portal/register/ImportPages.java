package se.knutpunkt.portal.register;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.upkeep.ChangedMeanwhile;
import se.knutpunkt.hub.upkeep.CsvRefused;
import se.knutpunkt.hub.upkeep.ImportPlan;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.hub.upkeep.RegisterCsv;
import se.knutpunkt.hub.upkeep.Upkeep;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Texts;
import se.knutpunkt.portal.page.Visit;

/** The register as a file: out, and in by way of a page that says what the file would do. */
@RequestScoped
public class ImportPages {
    /** Rows shown of each verdict; a file may have thousands. */
    private static final int SHOWN = 200;

    private static final String NOTHING = "ingen";
    private static final String LARGE = "stor";

    @EJB
    Upkeep upkeep;

    @Inject
    TypedForms kept;

    /** The page where a file is chosen. */
    public record Choice(List<Rail.Link> rail, String error, String headings) {}

    /** What a file would do. */
    public record Plan(
            List<Rail.Link> rail,
            List<Count> counts,
            List<Row> rows,
            boolean takeable,
            boolean faulty,
            boolean late,
            String hidden,
            String action,
            long revision,
            long takes) {}

    /** How many rows have a verdict. */
    public record Count(String verdict, long rows) {}

    /** A row of the file. */
    public record Row(
            long number,
            String kind,
            String code,
            String title,
            String verdict,
            String verdictClass,
            List<Words.DifferenceLine> differences,
            List<String> faults) {}

    void export(Visit visit) throws IOException {
        byte[] csv = upkeep.export();
        HttpServletResponse response = visit.response();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"register.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(csv.length);
        response.getOutputStream().write(csv);
    }

    void show(Visit visit) throws ServletException, IOException {
        String error = switch (visit.value("fel").orElse("")) {
            case NOTHING -> visit.text("register.import.nothing");
            case LARGE -> visit.text("register.csv." + CsvRefused.Reason.TOO_LARGE);
            default -> "";
        };
        show(visit, error);
    }

    private void show(Visit visit, String error) throws ServletException, IOException {
        visit.show(
                "register/import",
                new Choice(Rail.of(visit, upkeep.register(), Places.IMPORT), error, RegisterCsv.headingsInOrder()));
    }

    /** The file is kept for its page, readable or not: what stands in it belongs in no address. */
    void receive(Visit visit) throws IOException {
        Optional<byte[]> csv = posted(visit);
        if (csv.map(bytes -> bytes.length).orElse(0) == 0) {
            visit.seeOther(Places.IMPORT + "?fel=" + NOTHING);
        } else if (csv.get().length > RegisterCsv.LARGEST) {
            visit.seeOther(Places.IMPORT + "?fel=" + LARGE);
        } else {
            visit.seeOther(Places.IMPORT + "/" + kept.keepTable(csv.get()));
        }
    }

    private static Optional<byte[]> posted(Visit visit) throws IOException {
        List<Part> uploaded = visit.files("fil");
        if (uploaded.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = uploaded.get(0).getInputStream()) {
            // one byte more than is read, so that one too large is known
            return Optional.of(content.readNBytes(RegisterCsv.LARGEST + 1));
        }
    }

    void showPlan(Visit visit, String file) throws ServletException, IOException {
        byte[] csv = kept.table(file).orElseThrow(Refusal::notFound);
        try {
            showPlan(visit, file, upkeep.plan(csv));
        } catch (CsvRefused refused) {
            Object[] details = refused.details().toArray();
            show(visit, Texts.text(visit.getLanguage(), "register.csv." + refused.reason(), details));
        }
    }

    private void showPlan(Visit visit, String file, ImportPlan plan) throws ServletException, IOException {
        Register register = upkeep.register();
        Words words = new Words(visit, register);
        List<ImportPlan.Row> rows = Arrays.stream(new ImportPlan.Verdict[] {
                    ImportPlan.Verdict.FAULTY, ImportPlan.Verdict.NEW, ImportPlan.Verdict.CHANGED
                })
                .flatMap(verdict -> plan.rows().stream()
                        .filter(row -> row.verdict() == verdict)
                        .limit(SHOWN))
                .toList();
        long told = plan.rows().size() - plan.count(ImportPlan.Verdict.UNCHANGED);
        visit.show(
                "register/plan",
                new Plan(
                        Rail.of(visit, register, Places.IMPORT),
                        Arrays.stream(ImportPlan.Verdict.values())
                                .map(verdict ->
                                        new Count(visit.text("register.verdict." + verdict), plan.count(verdict)))
                                .toList(),
                        rows.stream().map(row -> row(words, row)).toList(),
                        plan.isTakeable(),
                        plan.count(ImportPlan.Verdict.FAULTY) > 0,
                        visit.value("fel").isPresent(),
                        told > rows.size() ? visit.text("register.plan.hidden", told - rows.size()) : "",
                        Places.IMPORT + "/" + file,
                        plan.revision(),
                        plan.count(ImportPlan.Verdict.NEW) + plan.count(ImportPlan.Verdict.CHANGED)));
    }

    private static Row row(Words words, ImportPlan.Row row) {
        return new Row(
                row.number(),
                row.key() == null ? "" : words.kind(row.key().kind()),
                row.key() == null ? "" : row.key().code(),
                row.title(),
                words.visit().text("register.verdict." + row.verdict() + ".row"),
                switch (row.verdict()) {
                    case FAULTY -> "fail";
                    case NEW -> "done";
                    case CHANGED, UNCHANGED -> "";
                },
                words.differences(row.differences(), row.verdict() == ImportPlan.Verdict.NEW),
                row.faults().stream().map(words::faultWithColumn).toList());
    }

    void take(Visit visit, String file, StaffId by) {
        byte[] csv = kept.table(file).orElseThrow(Refusal::notFound);
        String revision = visit.value("revision").orElse("");
        if (!revision.matches("[0-9]{1,18}")) {
            throw Refusal.badRequest("revision");
        }
        try {
            upkeep.take(csv, Long.parseLong(revision), by);
            visit.seeOther(Places.ROOT + "?klart=inlast");
        } catch (ChangedMeanwhile | CsvRefused late) {
            visit.seeOther(Places.IMPORT + "/" + file + "?fel=andrat");
        }
    }
}
