package se.knutpunkt.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.time.SwedishTime;

/** The door for files: the same events and rules as over HTTP, and a verdict for each row. */
@ApplicationScoped
public class EventFiles {

    /** A night's file; read event by event, never whole. */
    private static final long MOST_BYTES = 2L << 30;

    private static final int MOST_EVENTS = 2_000_000;

    @Inject
    EventDoor door;

    @Inject
    Clock clock;

    /** How a file may be written. */
    public enum Format {
        /** A row an event, by the columns of docs/anslutning.md. */
        CSV,
        /** By {@code handelser.xsd}. */
        XML
    }

    /**
     * Takes every event of a file. Doing it again changes nothing and gives the same verdict.
     *
     * @param verdict gets a row as CSV for each event when it is certain: {@code rad;id;resultat;orsak}; not closed
     * @param progress called after each row
     * @return whether the file was read to its end and every event of it is kept
     * @throws RuntimeException a fault of ours: the file is to be taken again
     */
    public boolean take(SourceSystem source, Format format, InputStream content, Appendable verdict, Runnable progress)
            throws IOException {
        MeteredStream body = new MeteredStream(content, MOST_BYTES);
        LocalDate today = SwedishTime.today(clock);
        EventStream events = format == Format.CSV
                ? new CsvEvents(body, today, MOST_EVENTS)
                : new XmlEvents(body, null, today, MOST_EVENTS);
        Verdict rows = new Verdict(verdict, format, progress);
        rows.end(door.takeAll(source, events, rows));
        return rows.allKept;
    }

    /** A verdict for a file that is not of any format. */
    public void refuse(Appendable verdict) throws IOException {
        new Verdict(verdict, Format.CSV, () -> {})
                .end(Problem.of(ProblemType.MEDIA_TYPE, "The name of the file ends with .csv or .xml."));
    }

    /** Writes the results as rows for people. */
    private static final class Verdict implements EventResults {

        private final CSVPrinter out;
        private final Runnable progress;
        private final Format format;
        private int row;
        private boolean allKept = true;

        Verdict(Appendable to, Format format, Runnable progress) throws IOException {
            out = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(';')
                    .setHeader("rad", "id", "resultat", "orsak")
                    .get()
                    .print(to);
            this.format = format;
            this.progress = progress;
            // a spreadsheet counts the header as the first row
            row = format == Format.CSV ? 1 : 0;
        }

        @Override
        public void add(EventResult result) throws IOException {
            row++;
            Problem problem = result.problem();
            allKept &= problem == null;
            out.printRecord(row, harmless(result.id()), problem == null ? "sparad" : "avvisad", reason(problem));
            progress.run();
        }

        void end(@Nullable Problem problem) throws IOException {
            if (problem != null) {
                allKept = false;
                out.printRecord("", "", "avbruten", reason(problem));
            }
            out.flush();
        }

        /** People open the verdict in a spreadsheet, which runs what looks like a formula (OWASP, CSV injection). */
        private static String harmless(String id) {
            return id.isEmpty() || "=+-@".indexOf(id.charAt(0)) < 0 ? id : "'" + id;
        }

        private String reason(@Nullable Problem problem) {
            if (problem == null) {
                return "";
            }
            StringBuilder reason = new StringBuilder(problem.type().title()).append(".");
            if (problem.errors().isEmpty()) {
                return reason.append(' ').append(problem.detail()).toString();
            }
            for (Fault fault : problem.errors()) {
                String place = format == Format.CSV ? CsvColumn.place(fault.pointer()) : fault.pointer();
                reason.append(' ').append(place).append(": ").append(fault.detail());
            }
            return reason.toString();
        }
    }
}
