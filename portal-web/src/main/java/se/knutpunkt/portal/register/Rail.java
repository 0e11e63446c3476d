package se.knutpunkt.portal.register;

import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.portal.page.Visit;

/** The links beside the register's pages. */
final class Rail {

    private Rail() {}

    /** A link; {@code count} is empty for none. */
    public record Link(String address, String text, String count, boolean current) {}

    static List<Link> of(Visit visit, Register register) {
        return of(visit, register, "");
    }

    /** @param current the address of the page itself */
    static List<Link> of(Visit visit, Register register, String current) {
        List<Link> links = new ArrayList<>();
        for (ListFilter.State state : ListFilter.State.values()) {
            String address = ListFilter.address(state, "");
            long count = register.all(RegisterKind.CASE_TYPE).stream()
                    .filter(type -> state.has(type.stage()))
                    .count();
            links.add(new Link(
                    address, visit.text("register.list." + state), Long.toString(count), address.equals(current)));
        }
        int units = register.all(RegisterKind.AUTHORITY).size();
        links.add(link(visit, Places.UNITS, "units", Integer.toString(units), current));
        links.add(link(visit, Places.HISTORY, "history", "", current));
        links.add(link(visit, Places.IMPORT, "import", "", current));
        links.add(link(visit, Places.EXPORT, "export", "", current));
        return links;
    }

    private static Link link(Visit visit, String address, String name, String count, String current) {
        return new Link(address, visit.text("register.rail." + name), count, address.equals(current));
    }
}
