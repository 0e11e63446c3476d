package se.knutpunkt.portal.registrar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue as its page shows it.
 *
 * @param searched what was searched for; empty when nothing was
 * @param searchParameter name of the hidden field that keeps the search, and its value; both empty without a search
 * @param next address of the following page; null on the last
 * @param undo ids that the last action can be taken back for, joined; empty when it cannot
 * @param message what the last action did, in words; empty when nothing was done
 * @param error what went wrong, in words; empty when nothing did
 */
public record QueueView(
        List<TabView> tabs,
        Tab tab,
        List<Choice> authorities,
        String searched,
        Choice searchParameter,
        List<RowView> rows,
        @Nullable String next,
        boolean exports,
        String undo,
        String message,
        String error) {

    /** Whether documents of this tab can be acted on. */
    public boolean undecided() {
        return tab == Tab.WAITING || tab == Tab.EXPORTED;
    }

    /** A tab with the number of documents behind it. */
    public record TabView(String title, String address, long count, boolean current) {}

    /** A value to choose, and its name. */
    public record Choice(String value, String name, boolean chosen) {}

    /** A document in the list. */
    public record RowView(
            String id,
            String received,
            String receivedMachine,
            String title,
            String sender,
            String caseNumber,
            String authority,
            String state,
            String stateClass) {}
}
