package se.knutpunkt.hub.role;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffRole;

/**
 * One line of the mapping: who bears the value of the attribute has the role. Values are compared letter by letter, since
 * a provider's group names may differ in case alone.
 *
 * @param role what it gives
 * @param provider entity id of the provider that must tell it; empty for each provider of staff
 * @param attribute the attribute's name in SAML
 * @param value the attribute's value
 * @param workplace where whoever bears it works; null when the line says nothing of that
 */
public record RoleRule(
        StaffRole role,
        String provider,
        String attribute,
        String value,
        @Nullable Workplace workplace) {
    /** Longest entity id (SAML 2.0 core, section 8.3.6), in characters. */
    public static final int LONGEST_PROVIDER = 1024;

    /** Longest attribute name and value, in characters. */
    public static final int LONGEST_TEXT = 300;

    /** Strips the texts. @throws IllegalArgumentException when attribute or value is empty, or a text too long */
    public RoleRule {
        provider = provider.strip();
        attribute = attribute.strip();
        value = value.strip();
        if (provider.length() > LONGEST_PROVIDER || isUnfit(attribute) || isUnfit(value)) {
            throw new IllegalArgumentException("A role rule needs an attribute and a value of at most " + LONGEST_TEXT
                    + " characters without control characters");
        }
    }

    /** A line that says nothing of where people work. */
    public RoleRule(StaffRole role, String provider, String attribute, String value) {
        this(role, provider, attribute, value, null);
    }

    /** Whether a text can be an attribute's name or value here. */
    public static boolean isUnfit(String text) {
        return text.isBlank() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * Whether it gives its role to someone.
     *
     * @param teller entity id of the provider that tells the attributes
     * @param attributes all values by name
     */
    boolean gives(String teller, Map<String, Set<String>> attributes) {
        return (provider.isEmpty() || provider.equals(teller))
                && attributes.getOrDefault(attribute, Set.of()).contains(value);
    }
}
