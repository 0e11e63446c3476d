package se.knutpunkt.eforms.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;

/** A link to a page where there is more to read. Its label is the link's words. */
final class LinkField implements Telling {

    private static final int LONGEST = 500;

    @Override
    public String code() {
        return "link";
    }

    @Override
    public Set<String> limits() {
        return Set.of("address");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        Bounds bounds = new Bounds();
        if (!leadsSomewhere(field.limits().address())) {
            bounds.add(
                    "address",
                    "Skriv en adress som börjar med https://, eller en egen som börjar med /.",
                    "Write an address that begins with https://, or a path of this site that begins with /.");
        }
        return bounds.faults();
    }

    /** True for https and for paths of this site; "//host" and "/\host" are other sites to a browser. */
    private static boolean leadsSomewhere(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(address);
            boolean foreign = uri.getScheme() != null || uri.getRawAuthority() != null;
            return foreign
                    ? "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
                    : address.startsWith("/") && !address.startsWith("//");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Override
    public Control control(Field field, Locale locale) {
        String address = field.limits().address();
        return Control.PLAIN.withAddress(address == null ? "" : address);
    }
}
