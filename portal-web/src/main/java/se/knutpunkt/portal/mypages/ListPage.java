package se.knutpunkt.portal.mypages;

import java.util.List;

/**
 * Mina sidor.
 *
 * @param notice what just happened; empty when nothing did
 * @param todo what waits for the citizen
 * @param drafts begun forms
 * @param filter whom events are shown for; empty when there is nobody to choose between
 * @param search what is searched for
 * @param unread in words; empty when all is read
 * @param late one sentence a silent source
 * @param months the statement
 * @param nothing said instead of the months when there are none
 * @param paging where to go on
 * @param receipts sent forms
 * @param act those whom the reader can choose to act for
 * @param stale said when guardians are closed because the population register has not been heard; empty as a rule
 */
public record ListPage(
        String notice,
        List<Line> todo,
        List<DraftLine> drafts,
        List<WhoLink> filter,
        Search search,
        String unread,
        List<String> late,
        List<Line.Month> months,
        Empty nothing,
        Paging paging,
        Receipts receipts,
        List<ActLink> act,
        String stale) {

    /**
     * Someone to act for.
     *
     * @param text "Agera för" and the name
     * @param chosen the list is filtered by this person
     */
    public record ActLink(String text, String address, boolean chosen) {}

    /** A person of the filter. */
    public record WhoLink(String name, String address, boolean current) {}

    /**
     * The search box.
     *
     * @param typed what is searched for; empty for nothing
     * @param who the key of the person searched among; empty for all
     * @param clear address of the list without the search
     */
    public record Search(String typed, String who, String clear) {

        public boolean active() {
            return !typed.isEmpty();
        }
    }

    /**
     * What is said where there is nothing.
     *
     * @param start whether to point at the e-services: the reader has never had an event
     */
    public record Empty(String title, String text, boolean start) {}

    /** Addresses of the following rows and of the newest ones; empty where there are none. */
    public record Paging(String more, String newest) {}

    /**
     * The newest receipts.
     *
     * @param total how many there are; more than the lines when the rest stand on a page of their own
     */
    public record Receipts(List<ReceiptLine> lines, int total) {
        static final Receipts NONE = new Receipts(List.of(), 0);

        public boolean hasMore() {
            return total > lines.size();
        }
    }
}
