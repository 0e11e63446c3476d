package se.knutpunkt.portal.registrar;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.portal.page.Visit;

/**
 * What part of the queue is shown; lives in the address, so that it can be shared.
 *
 * @param authority code of a registered authority; null for all
 * @param search the parameter that carries the search, such as {@code nummer=NED}; null when there is none
 * @param text what is searched for
 */
record QueueFilter(
        Tab tab,
        @Nullable String authority,
        @Nullable String search,
        @Nullable String text) {

    /** Reads the address or the form; what is not understood is as if it were not there. */
    static QueueFilter of(Visit visit, Set<String> authorities, SearchText searches) {
        Tab tab = visit.value("lage").flatMap(Tab::of).orElse(Tab.WAITING);
        String authority = visit.value("namnd").filter(authorities::contains).orElse(null);
        Optional<String> number = visit.value("nummer").flatMap(searches::number);
        if (number.isPresent()) {
            return new QueueFilter(tab, authority, "nummer=" + Addresses.encoded(number.get()), number.get());
        }
        Optional<String> sealed = visit.value("sok");
        Optional<String> words = sealed.flatMap(searches::words);
        return words.isPresent()
                ? new QueueFilter(tab, authority, "sok=" + sealed.get(), words.get())
                : new QueueFilter(tab, authority, null, null);
    }

    QueueFilter with(Tab other) {
        return new QueueFilter(other, authority, search, text);
    }

    QueueFilter searching(@Nullable String parameter) {
        return new QueueFilter(tab, authority, parameter, null);
    }

    /** The address of this part of the queue; more can be added with {@code &}. */
    String address() {
        StringBuilder address = new StringBuilder("/registrator?lage=").append(tab.getCode());
        if (authority != null) {
            address.append("&namnd=").append(Addresses.encoded(authority));
        }
        if (search != null) {
            address.append('&').append(search);
        }
        return address.toString();
    }
}
