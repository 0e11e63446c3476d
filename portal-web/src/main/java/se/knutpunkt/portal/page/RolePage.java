package se.knutpunkt.portal.page;

/**
 * What was asked for belongs to another role than the one the person acts in now.
 *
 * @param title whom it is for
 * @param text the same, and what to do
 * @param kept what has become of what was typed; empty when nothing was posted
 * @param action where the button that changes role posts to
 * @param button its words
 * @param back the local address to go on at after that
 */
public record RolePage(String title, String text, String kept, String action, String button, String back) {

    /** Addresses of the pages that change role. */
    public static final String ACT = "/mina-sidor/agera";

    /** The last part of the address that ends acting for someone. */
    public static final String LEAVE = "sluta";

    /** That acting for someone has ended by itself. */
    public record Ended(boolean posted) {}

    static RolePage self(Visit visit, String kept) {
        return new RolePage(
                visit.text("role.page.self.title"),
                visit.text("role.page.self"),
                kept,
                ACT + "/" + LEAVE,
                visit.text("role.page.self.button"),
                visit.getPath());
    }

    static RolePage of(Visit visit, String key, String name, String kept) {
        return new RolePage(
                visit.text("role.page.title", name),
                visit.text("role.page.other", name),
                kept,
                ACT + "/" + key,
                visit.text("role.page.other.button", name),
                visit.getPath());
    }
}
