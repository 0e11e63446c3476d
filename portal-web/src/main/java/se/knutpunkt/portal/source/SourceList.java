package se.knutpunkt.portal.source;

import java.util.List;

/**
 * All sources, those that need somebody first.
 *
 * @param silent how many are silent
 */
public record SourceList(List<Row> rows, int silent) {

    /**
     * A source.
     *
     * @param address of its page
     * @param mark class of its state
     * @param refused how many in the last day; empty for none
     * @param keys how many count, in words
     * @param keyless whether it is in use and has no key
     */
    public record Row(
            String address,
            String name,
            String code,
            String authority,
            String state,
            String mark,
            String heard,
            String hour,
            String day,
            String refused,
            String keys,
            boolean keyless) {}
}
