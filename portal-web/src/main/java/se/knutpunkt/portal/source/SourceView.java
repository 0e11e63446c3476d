package se.knutpunkt.portal.source;

import java.util.List;

/**
 * One source.
 *
 * @param address of this page
 * @param mark class of its state
 * @param heard when it was last heard, and what is expected
 * @param message what was just done; empty for nothing
 * @param newKey a key that is shown this once; empty for none
 */
public record SourceView(
        String address,
        String name,
        String code,
        String state,
        String mark,
        String heard,
        boolean silent,
        boolean closed,
        List<Fact> facts,
        List<Count> counts,
        List<Count> refused,
        List<Key> keys,
        boolean keyed,
        List<Change> changes,
        String message,
        String newKey) {

    /** A setting in words. */
    public record Fact(String title, List<String> lines) {}

    /** A figure; {@code help} says what to do about it, empty when nothing. */
    public record Count(String title, String count, String help) {}

    /**
     * A key.
     *
     * @param hint its first characters, in words
     * @param revoke address of the question whether to revoke it; empty when it does not count
     */
    public record Key(String hint, String state, String mark, String made, String used, String revoke) {}

    /** A change. */
    public record Change(String when, String by, String text) {}

    /** The same, with what was just done and a key to show. */
    SourceView with(String done, String key) {
        return new SourceView(
                address, name, code, state, mark, heard, silent, closed, facts, counts, refused, keys, keyed, changes,
                done, key);
    }
}
