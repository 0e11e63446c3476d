package se.knutpunkt.portal.api;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content types that are taken, and which of them is a batch. */
final class EventMediaType {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final Map<String, Boolean> TAKEN = Map.of(ONE, false, BATCH, true, "application/json", false);
    private static final Pattern FORM =
            Pattern.compile("([a-z]+/[a-z+-]+)\\s*(?:;\\s*charset\\s*=\\s*(?:utf-8|\"utf-8\")\\s*)?");

    private EventMediaType() {}

    /**
     * Whether a content type says batch.
     *
     * @throws ProblemException 415 for any other content type, and for another character set than UTF-8
     */
    static boolean isBatch(@Nullable String contentType) {
        Matcher type =
                FORM.matcher(contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT));
        Boolean batch = type.matches() ? TAKEN.get(type.group(1)) : null;
        if (batch == null) {
            throw new ProblemException(
                    ProblemType.MEDIA_TYPE,
                    "Send " + ONE + " (or application/json) for one event, " + BATCH + " for a batch, in UTF-8.");
        }
        return batch;
    }
}
