package se.knutpunkt.hub.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provisions that are shipped with the product, in the order of the law. */
public final class Provisions {

    private final LocalDate asOf;
    private final Map<String, Provision> byCode = new LinkedHashMap<>();

    Provisions(LocalDate asOf, List<Provision> all) {
        this.asOf = asOf;
        all.forEach(provision -> byCode.put(provision.code(), provision));
    }

    /**
     * The shipped list.
     *
     * @throws IllegalStateException naming everything that is wrong with it, which a start does not survive
     */
    public static Provisions shipped() {
        return Shipped.LIST;
    }

    /** The wording of the law that the list follows. */
    public LocalDate asOf() {
        return asOf;
    }

    /** All, those that lift secrecy included. */
    public List<Provision> all() {
        return List.copyOf(byCode.values());
    }

    /** The provision of a code, written exactly as here. */
    public Optional<Provision> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Whether a marking may name the code. */
    public boolean marks(String code) {
        return find(code).filter(Provision::marks).isPresent();
    }

    /** Read once, at the first question. */
    private static final class Shipped {
        static final Provisions LIST = read();

        private Shipped() {}

        private static Provisions read() {
            try (InputStream file = Provisions.class.getResourceAsStream("provisions.json")) {
                if (file == null) {
                    throw new IllegalStateException("provisions.json is not in the build");
                }
                return ProvisionFile.read(file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
