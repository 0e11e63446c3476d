package se.knutpunkt.server;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.SamlKeyFiles;
import se.knutpunkt.hub.login.SamlKeyState;
import se.knutpunkt.hub.login.SamlKeyStepRefused;

/**
 * {@code knutpunkt.jar saml-keys}: says where the roll-over of the SAML keys stands and what comes next, and takes that
 * step when told. The portal runs on meanwhile and follows within a minute.
 */
final class SamlKeysCommand {
    static final String NAME = "saml-keys";

    private static final String HELP = """
            Användning: saml-keys [new|switch|drop] [--data MAPP] [--keys MAPP] [--now]

              (inget)      säger hur långt bytet av SAML-nycklar har kommit och vad som är nästa steg
              new          gör nästa nycklar och publicerar dem i metadata vid sidan av de gamla
              switch       signerar med de nya nycklarna; tidigast sju dagar efter new
              drop         raderar de gamla nycklarna; tidigast en dag efter switch
              --data MAPP  portalens datamapp (./data); nycklarna ligger i keys under den
              --keys MAPP  nyckelmappen själv; annars den som KNUTPUNKT_KEYS_DIR pekar ut
              --now        vänta inte, till exempel när en nyckel har kommit i orätta händer

            Portalen behöver inte startas om. Ett steg i fel ordning ändrar inget.
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private final Clock clock;
    private final Path usual;

    /** @param keys the key folder unless the arguments name another; absent for the one in the usual data folder */
    SamlKeysCommand(Clock clock, Optional<Path> keys) {
        this.clock = clock;
        this.usual = keys.orElse(Path.of("data", "keys"));
    }

    /**
     * Does what the arguments say.
     *
     * @return what to tell the operator
     * @throws StartRefused on arguments that cannot be understood and on a step that may not be taken now
     */
    String run(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        String step = "status";
        Path keys = usual;
        boolean now = false;
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "new", "switch", "drop" -> step = word;
                case "--data" -> keys = Path.of(value(word, left)).resolve("keys");
                case "--keys" -> keys = Path.of(value(word, left));
                case "--now" -> now = true;
                case "--help", "-h" -> {
                    return HELP;
                }
                default -> throw new StartRefused("Okänt: " + word + "\n\n" + HELP);
            }
        }
        if (!Files.isDirectory(keys)) {
            throw new StartRefused("Här finns ingen nyckelmapp: " + keys.toAbsolutePath() + " (--data eller --keys)");
        }
        return take(step, SamlKeyFiles.in(keys), now);
    }

    private String take(String step, SamlKeyFiles files, boolean anyway) {
        Instant now = clock.instant();
        try {
            SamlKeyState state = switch (step) {
                case "new" -> files.announce(now);
                case "switch" -> files.switchOver(now, anyway);
                case "drop" -> files.drop(now, anyway);
                default -> files.state();
            };
            return status(state);
        } catch (SamlKeyStepRefused refused) {
            String why = switch (refused.why()) {
                case TOO_EARLY ->
                    "För tidigt, inget är ändrat: alla leverantörer har kanske inte läst vår metadata än"
                            + " (--now tar steget ändå).";
                case OUT_OF_ORDER -> "Inte nästa steg, inget är ändrat.";
            };
            throw new StartRefused(why + "\n" + status(refused.state()), refused);
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new StartRefused("Nyckelmappen går inte att läsa eller skriva: " + broken.getMessage(), broken);
        }
    }

    private static String status(SamlKeyState state) {
        String from = TIME.format(state.nextStepFrom());
        return switch (state.stage()) {
            case SETTLED -> """
                    SAML-nycklar: generation %d, inget byte pågår.
                    Nästa steg, när ni vill byta: saml-keys new
                    """.formatted(state.current());
            case ANNOUNCED -> """
                    SAML-nycklar: generation %d signerar. Generation %d är gjord och står i metadata tio minuter efter %s.
                    Nästa steg, tidigast %s: saml-keys switch
                    Leverantörer som har fått metadata som fil behöver den nya filen före dess.
                    """.formatted(state.current(), state.other(), TIME.format(state.since()), from);
            case SWITCHED -> """
                    SAML-nycklar: generation %d signerar sedan %s. Generation %d finns kvar för dekryptering.
                    Nästa steg, tidigast %s: saml-keys drop
                    Vänta om loggen säger "Still encrypted to the old SAML key by ...": den leverantören har gammal metadata.
                    """.formatted(state.current(), TIME.format(state.since()), state.other(), from);
        };
    }

    private static String value(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new StartRefused("Alternativet " + option + " saknar värde.");
        }
        return value;
    }
}
