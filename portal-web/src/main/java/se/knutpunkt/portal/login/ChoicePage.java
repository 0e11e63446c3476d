package se.knutpunkt.portal.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.portal.login.saml.Errand;
import se.knutpunkt.portal.login.saml.ServiceProvider.Choice;
import se.knutpunkt.portal.login.saml.Words;

/**
 * The page of choices.
 *
 * @param last the provider chosen last on this device, apart from the others; null while searching or when none is
 * @param links e-IDs, one link each
 * @param staff the municipality's own providers, for its staff
 * @param again why the person is to log in again: {@code sparat} when what was typed is kept, {@code starkare} when the
 *     login was too weak, else not empty when it has ended
 * @param searchable whether they are so many that one may search
 * @param query what is searched for; empty when nothing is
 * @param till where the person goes after login
 * @param need level of assurance that the page needs; providers below it are not there
 * @param everything address of the page without a search
 */
public record ChoicePage(
        @Nullable Link last,
        List<Link> links,
        List<Link> staff,
        String again,
        boolean searchable,
        String query,
        String till,
        AssuranceLevel need,
        String everything) {

    static ChoicePage of(Choices choices, Optional<String> remembered, String query, Errand errand, String again) {
        String here = address(errand);
        boolean searching = choices.areMany() && !query.isEmpty();
        Optional<Choice> last = searching ? Optional.empty() : choices.remembered(remembered);
        List<Choice> shown = searching ? choices.search(query) : choices.all();
        return new ChoicePage(
                last.map(choice -> link(choices, choice, here)).orElse(null),
                links(choices, shown, last, false, here),
                links(choices, shown, last, true, here),
                again,
                choices.areMany(),
                searching ? query : "",
                errand.returnPath(),
                errand.need(),
                here + (again.isEmpty() ? "" : "&igen=" + encode(again)));
    }

    private static List<Link> links(
            Choices choices, List<Choice> shown, Optional<Choice> last, boolean ofStaff, String here) {
        return shown.stream()
                .filter(choice -> choice.ofStaff() == ofStaff)
                .filter(choice -> last.filter(choice::equals).isEmpty())
                .map(choice -> link(choices, choice, here))
                .toList();
    }

    /** How many there are besides the last one. */
    public int found() {
        return links.size() + staff.size();
    }

    /** Whether any of the links has a logo, so that all names stand in one line beneath each other. */
    public boolean logos() {
        return links.stream().anyMatch(link -> !link.logo().isEmpty());
    }

    private static String address(Errand errand) {
        return "/logga-in?till=" + encode(errand.returnPath()) + "&niva="
                + errand.need().code();
    }

    private static Link link(Choices choices, Choice choice, String here) {
        Words words = choices.words(choice);
        String via = encode(choice.entityId());
        return new Link(
                words.name(),
                words.description(),
                here + "&via=" + via,
                choice.hasLogo() ? "/logga-in/logotyp?via=" + via : "");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * A provider to go to.
     *
     * @param name what people call it
     * @param description one sentence about it; empty when there is none
     * @param address where the choice leads
     * @param logo address of its logo; empty when there is none
     */
    public record Link(String name, String description, String address, String logo) {
        /** What stands in the logo's place among others that have one. */
        public String initial() {
            return name.substring(0, name.offsetByCodePoints(0, 1));
        }
    }
}
