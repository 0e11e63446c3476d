package se.knutpunkt.hub.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.TypePlace;
import se.knutpunkt.hub.role.Workplace;

/**
 * By what a staff member looks at somebody's events: one ground at a time, never the sum of several.
 *
 * @param inside the capacity within the ground
 * @param boundary what it reaches; null for the whole municipality
 * @param outside the capacity beyond the boundary
 */
public record LookGround(Capacity inside, @Nullable Ground boundary, Capacity outside) {
    private static final int KEY_BYTES = 12;
    private static final int LONGEST_NAME = 300;

    /** Of who works as what one is inside: a handler is one of another authority everywhere else. */
    public LookGround(Capacity inside, @Nullable Ground boundary) {
        this(inside, boundary, inside == Capacity.HANDLER ? Capacity.OTHER_HANDLER : Capacity.NONE);
    }

    /**
     * The grounds that roles and a workplace give, each by itself: the contact centre's and the auditor's reach the whole
     * municipality; a handler's and a registrar's the boundary where they work; a delegation what it says. Who handles nothing but by delegation is no handler beyond it.
     *
     * @param roles of the login
     * @param grounds of the staff member on this day
     */
    static List<LookGround> of(Set<StaffRole> roles, List<Ground> grounds) {
        Set<LookGround> all = new LinkedHashSet<>();
        if (roles.contains(StaffRole.CONTACT_CENTRE)) {
            all.add(new LookGround(Capacity.CONTACT_CENTRE, null));
        }
        for (Ground ground : grounds) {
            boolean own = ground.kind() == Ground.Kind.OWN;
            if (roles.contains(StaffRole.HANDLER)) {
                all.add(new LookGround(Capacity.HANDLER, ground));
            } else if (!own && roles.contains(StaffRole.CONTACT_CENTRE)) {
                all.add(new LookGround(Capacity.HANDLER, ground, Capacity.NONE));
            }
            if (own && roles.contains(StaffRole.REGISTRAR)) {
                all.add(new LookGround(Capacity.REGISTRAR, ground));
            }
        }
        if (roles.contains(StaffRole.AUDITOR)) {
            all.add(new LookGround(Capacity.AUDITOR, null));
        }
        return List.copyOf(all);
    }

    /** The capacity in which a case type is looked at by this ground. */
    Capacity capacity(@Nullable TypePlace type) {
        boolean within =
                boundary == null || (type != null && boundary.covers(type.caseType(), type.authority(), type.branch()));
        return within ? inside : outside;
    }

    /** The role by which one works where one's own authority is; empty for what comes of no workplace. */
    Optional<StaffRole> role() {
        if (boundary == null || boundary.kind() != Ground.Kind.OWN) {
            return Optional.empty();
        }
        return Optional.of(inside == Capacity.REGISTRAR ? StaffRole.REGISTRAR : StaffRole.HANDLER);
    }

    /** Whether it is of a workplace. */
    boolean isAt(Workplace work) {
        return boundary != null
                && boundary.authority().equals(work.authority())
                && Objects.equals(boundary.branch(), work.branch());
    }

    /** Whether a consent lets those of this ground see what is of a case type; who works by delegation is elsewhere. */
    boolean isGiven(Consent consent, TypePlace type) {
        return boundary == null
                ? inside == Capacity.CONTACT_CENTRE && consent.letsContactCentreSee(type.authority(), type.branch())
                : boundary.kind() == Ground.Kind.OWN
                        && consent.letsSee(boundary.authority(), boundary.branch(), type.authority(), type.branch());
    }

    /** Names it in addresses: the same as long as the ground is the same, and telling nothing. */
    public String key() {
        byte[] hash = sha256().digest(String.join("\n", parts()).getBytes(StandardCharsets.UTF_8));
        byte[] start = new byte[KEY_BYTES];
        System.arraycopy(hash, 0, start, 0, KEY_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
    }

    /** Its name in the access log. */
    String logName() {
        if (boundary == null) {
            return inside.name();
        }
        String place =
                boundary.branch() == null ? boundary.authority() : boundary.authority() + "/" + boundary.branch();
        String name = boundary.kind() + " " + place + (boundary.reference() == null ? "" : " " + boundary.reference());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(inside.name(), logName()));
        if (boundary != null) {
            parts.add(boundary.right().name());
            parts.addAll(new TreeSet<>(boundary.caseTypes()));
        }
        return parts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
