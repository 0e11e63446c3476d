package se.knutpunkt.portal.handover;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.handover.HandoverQuery;
import se.knutpunkt.eforms.handover.HandoverState;
import se.knutpunkt.portal.page.Visit;

/**
 * What part of the list is shown; lives in the address, so that it can be shared.
 *
 * @param state null for all
 * @param form last part of a form's address; empty for all
 * @param source code of a system; empty for all
 * @param number a case number, ours or the system's; empty for all
 */
record ListFilter(@Nullable HandoverState state, String form, String source, String number) {

    private static final Map<HandoverState, String> CODES = Map.of(
            HandoverState.WAITING, "vantar",
            HandoverState.DELIVERED, "levererade",
            HandoverState.TAKEN, "overtagna",
            HandoverState.REFUSED, "avvisade",
            HandoverState.GIVEN_UP, "uppgivna",
            HandoverState.TAKEN_BACK, "atertagna");
    private static final Pattern CODE = Pattern.compile("[a-zåäö0-9-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N} ./:_-]{1,100}");
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}(?![0-9])");

    /** Reads the address or the form; what is not understood is as if it were not there. */
    static ListFilter of(Visit visit) {
        HandoverState state = visit.value("lage")
                .flatMap(code -> Arrays.stream(HandoverState.values())
                        .filter(one -> CODES.get(one).equals(code))
                        .findFirst())
                .orElse(null);
        return new ListFilter(
                state,
                visit.value("blankett").filter(CODE.asMatchPredicate()).orElse(""),
                visit.value("system").filter(CODE.asMatchPredicate()).orElse(""),
                visit.value("nummer").flatMap(ListFilter::number).orElse(""));
    }

    /** A case number that may stand in an address. */
    static Optional<String> number(String typed) {
        String number = typed.strip().replaceAll("\\s+", " ");
        boolean right =
                NUMBER.matcher(number).matches() && !PERSONAL.matcher(number).find();
        return right ? Optional.of(number) : Optional.empty();
    }

    ListFilter with(@Nullable HandoverState other) {
        return new ListFilter(other, form, source, number);
    }

    /** Of all states: whoever searches wants to know where it is. */
    ListFilter searching(String typed) {
        return new ListFilter(null, form, source, number(typed).orElse(""));
    }

    HandoverQuery query(long before) {
        return new HandoverQuery(state, orNull(form), orNull(source), orNull(number), before);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static String code(HandoverState state) {
        return CODES.get(state);
    }

    String code() {
        return state == null ? "" : CODES.get(state);
    }

    static String key(HandoverState state) {
        return "handovers.state." + state.name().toLowerCase(Locale.ROOT);
    }

    /** The address of this part; more can be added with {@code &}. */
    String address() {
        StringBuilder address =
                new StringBuilder(HandoversServlet.PATH).append("?lage=").append(code());
        add(address, "blankett", form);
        add(address, "system", source);
        add(address, "nummer", number);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
