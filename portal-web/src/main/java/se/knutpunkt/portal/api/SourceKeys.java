package se.knutpunkt.portal.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Sender;

/** Tells which source system a request comes from, by the key in its {@code Authorization} header. */
final class SourceKeys {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,200})");

    private SourceKeys() {}

    /**
     * The source that holds the key.
     *
     * @param byKey finds the source of a key
     * @throws ProblemException 401 when there is no key or nobody holds it
     */
    static Sender sender(@Nullable String authorization, Function<String, Optional<Sender>> byKey) {
        if (authorization == null || authorization.isBlank()) {
            throw new ProblemException(
                    ProblemType.KEY_MISSING, "Send the key of the source system as Authorization: Bearer <key>.");
        }
        Matcher matcher = BEARER.matcher(authorization.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    ProblemType.KEY_MISSING, "The only scheme taken is Authorization: Bearer <key>.");
        }
        return byKey.apply(matcher.group(1))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.KEY_UNKNOWN, "No source system holds this key. Ask the municipality for one."));
    }
}
