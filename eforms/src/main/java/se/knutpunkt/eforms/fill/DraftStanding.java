package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.LaterVersion;

/**
 * What has come after the version that a draft is bound to.
 *
 * @param newest id of the version that citizens begin now; null when it is the draft's own
 * @param breaking whether any later version broke drafts on the one before it
 * @param lastDay last day, in Sweden, that the draft may be sent as it is; null for as long as it lives
 * @param ended whether that day has passed: it is kept, but has to be moved before it can be sent
 */
public record DraftStanding(
        @Nullable Long newest, boolean breaking, @Nullable LocalDate lastDay, boolean ended) {

    /** Nothing has come after it. */
    public static final DraftStanding CURRENT = new DraftStanding(null, false, null, false);

    /** True when there is a newer version to move to. */
    public boolean outdated() {
        return newest != null;
    }

    /** The last day that it may be sent as it is, where there is one. */
    public Optional<LocalDate> last() {
        return Optional.ofNullable(lastDay);
    }

    /** Of several breaking versions the first day that ends counts: that is what was told when each was published. */
    static DraftStanding of(List<LaterVersion> later, LocalDate today) {
        if (later.isEmpty()) {
            return CURRENT;
        }
        LocalDate last = later.stream()
                .map(LaterVersion::oldDraftsUntil)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new DraftStanding(
                later.get(later.size() - 1).id(),
                later.stream().anyMatch(LaterVersion::breaking),
                last,
                last != null && today.isAfter(last));
    }
}
