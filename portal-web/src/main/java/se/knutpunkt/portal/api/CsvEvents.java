package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The events of a CSV file (RFC 4180, UTF-8, comma or semicolon), one a row, each read when it is asked for. */
final class CsvEvents implements EventStream {

    static final String ORIGIN = "urn:knutpunkt:csv";

    private static final int LONGEST_HEADER = 4000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final MeteredStream body;
    private final LocalDate today;
    private final int most;
    private final List<CsvColumn> columns = new ArrayList<>();
    private @Nullable Iterator<CSVRecord> rows;
    private int events;

    /**
     * @param most how many events there may be
     */
    CsvEvents(MeteredStream body, LocalDate today, int most) {
        this.body = body;
        this.today = today;
        this.most = most;
    }

    @Override
    public @Nullable ReadEvent next() throws IOException {
        try {
            return read();
        } catch (CharacterCodingException notUtf8) {
            throw notCsv("The file is not UTF-8.");
        } catch (UncheckedIOException malformed) {
            throw unreadable(malformed.getCause());
        } catch (IOException malformed) {
            throw unreadable(malformed);
        } catch (IllegalStateException malformed) {
            // as the parser tells of quotes in the wrong place
            throw unreadable(malformed);
        }
    }

    @Override
    public long position() {
        return body.count();
    }

    private @Nullable ReadEvent read() throws IOException {
        Iterator<CSVRecord> open = opened();
        body.nextEvent();
        if (!open.hasNext()) {
            if (events == 0) {
                throw notCsv("The file has a header and at least one row.");
            }
            return null;
        }
        if (events == most) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A file has at most " + most + " rows.");
        }
        CSVRecord row = open.next();
        events++;
        return event(row);
    }

    private ReadEvent event(CSVRecord row) {
        Faults faults = new Faults();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (row.size() != columns.size()) {
            faults.add("", "The row has as many cells as the header.");
        }
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            columns.get(i).put(row.get(i), data);
        }
        return ReadEvent.ofData(data, ORIGIN, today, faults);
    }

    private Iterator<CSVRecord> opened() throws IOException {
        Iterator<CSVRecord> open = rows;
        if (open == null) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                    body,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            char delimiter = delimiter(reader);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get();
            open = CSVParser.builder().setReader(reader).setFormat(format).get().iterator();
            header(open);
            rows = open;
        }
        return open;
    }

    private void header(Iterator<CSVRecord> open) {
        if (!open.hasNext()) {
            throw notCsv("The file is empty.");
        }
        Set<CsvColumn> seen = EnumSet.noneOf(CsvColumn.class);
        for (String name : open.next()) {
            CsvColumn column = CsvColumn.of(name)
                    .orElseThrow(() -> notCsv("The column " + TextForm.printable(name) + " is not known."));
            if (!seen.add(column)) {
                throw notCsv("The column " + column.header() + " stands twice.");
            }
            columns.add(column);
        }
    }

    /** Spreadsheets in Swedish write semicolons; no name of a column holds either. */
    private static char delimiter(Reader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int first = reader.read();
        if (first != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(LONGEST_HEADER);
        char delimiter = ',';
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = reader.read();
            if (c == ';') {
                delimiter = ';';
            }
            if (c < 0 || c == '\n' || c == ';') {
                break;
            }
        }
        reader.reset();
        return delimiter;
    }

    private ProblemException unreadable(Exception malformed) throws IOException {
        body.throwIfBroken();
        if (malformed instanceof CharacterCodingException) {
            return notCsv("The file is not UTF-8.");
        }
        return body.isExceeded()
                ? body.tooLarge(events)
                : notCsv(
                        "The file cannot be read after row " + (events + 1) + ": look for a quote that is not closed.");
    }

    private static ProblemException notCsv(String detail) {
        return new ProblemException(ProblemType.NOT_CSV, detail);
    }
}
