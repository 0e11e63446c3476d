package se.knutpunkt.portal.registrar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.knutpunkt.hub.diary.DiaryItemId;
import se.knutpunkt.hub.diary.DiaryQuery;
import se.knutpunkt.portal.page.Refusal;

/** Ids of documents as they stand in addresses and forms. */
final class Documents {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private Documents() {}

    static Optional<DiaryItemId> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(new DiaryItemId(Long.parseLong(text))) : Optional.empty();
    }

    /** The ids of a form; at most a page of them. */
    static List<DiaryItemId> ids(List<String> texts) {
        if (texts.size() > DiaryQuery.LARGEST) {
            throw Refusal.badRequest("too many documents");
        }
        return texts.stream()
                .distinct()
                .map(text -> id(text).orElseThrow(() -> Refusal.badRequest("document id")))
                .sorted((a, b) -> Long.compare(a.value(), b.value()))
                .toList();
    }

    static String joined(List<DiaryItemId> ids) {
        return ids.stream().map(DiaryItemId::toString).collect(Collectors.joining("."));
    }

    /** The reverse of {@link #joined}; empty for anything else. */
    static List<DiaryItemId> split(String joined) {
        List<String> parts = List.of(joined.split("\\."));
        boolean whole = parts.size() <= DiaryQuery.LARGEST && parts.stream().allMatch(part -> id(part).isPresent());
        return whole ? ids(parts) : List.of();
    }
}
