package se.knutpunkt.portal.login.saml;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.NameID;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/**
 * The attributes of a checked assertion, by their OID names (framework, attribute specification section 3.1); staff
 * attributes in the manner of ADFS and Entra.
 */
final class Attributes {
    static final String PERSONAL_IDENTITY_NUMBER = "urn:oid:1.2.752.29.4.13";
    static final String PREVIOUS_NUMBER = "urn:oid:1.2.752.201.3.15";
    static final String DISPLAY_NAME = "urn:oid:2.16.840.1.113730.3.1.241";
    static final String GIVEN_NAME = "urn:oid:2.5.4.42";
    static final String SURNAME = "urn:oid:2.5.4.4";
    static final String ORG_AFFILIATION = "urn:oid:1.2.752.201.3.1";
    static final String MAPPED_NUMBER = "urn:oid:1.2.752.201.3.16";
    static final String BINDING = "urn:oid:1.2.752.201.3.6";
    static final String PRID = "urn:oid:1.2.752.201.3.4";
    static final String PRID_PERSISTENCE = "urn:oid:1.2.752.201.3.5";
    static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    static final String UPN = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";
    static final String OBJECT_ID = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /** What tells a staff account for good, the most lasting first: an address can be given to the next person. */
    private static final List<String> ACCOUNTS = List.of(ORG_AFFILIATION, OBJECT_ID, UPN);

    private static final List<String> NAMES =
            List.of(DISPLAY_NAME, "http://schemas.microsoft.com/identity/claims/displayname");
    private static final List<List<String>> NAME_PARTS = List.of(
            List.of(GIVEN_NAME, SURNAME),
            List.of(
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname"));

    /** PRID persistence of a number that follows its person for life (attribute specification, section 2.5). */
    private static final String FOR_LIFE = "A";

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final int LONGEST_ACCOUNT = 400;
    private static final int LONGEST_NAME = 200;

    private final Assertion assertion;
    private final List<Attribute> attributes;

    private Attributes(Assertion assertion) {
        this.assertion = assertion;
        this.attributes = assertion.getAttributeStatements().get(0).getAttributes();
    }

    /**
     * Who the assertion is about. A person with a staff role is staff and nothing else, even with a number; a provider of
     * the municipality's own never tells who a citizen is.
     *
     * @param settings which providers tell staff, their roles, and which bindings of a foreign e-ID count
     * @param today the Swedish date
     * @throws LoginRefused when it tells nobody, or several
     */
    static Proof proof(ReceivedAssertion received, IdentityRules settings, LocalDate today) {
        String provider = received.in().sender().entityId();
        Attributes attributes = new Attributes(received.assertion());
        Set<StaffRole> roles = settings.tells(provider) == IdentityRules.Tells.CITIZENS
                ? Set.of()
                : settings.roles(provider, attributes.all());
        if (!roles.isEmpty()) {
            return new Proof.OfStaff(
                    provider,
                    attributes.account(),
                    roles,
                    attributes.name(),
                    settings.workLines(provider, attributes.all()));
        }
        if (settings.tells(provider) == IdentityRules.Tells.STAFF
                || settings.tells(provider) == IdentityRules.Tells.ANYONE && attributes.isAccountOnly()) {
            throw new LoginRefused(LoginError.NO_ROLE);
        }
        return attributes.citizen(settings, today);
    }

    /** Whether it tells a staff account and no private person. */
    private boolean isAccountOnly() {
        return ACCOUNTS.stream().anyMatch(name -> named(name).findAny().isPresent())
                && Stream.of(PERSONAL_IDENTITY_NUMBER, PRID)
                        .noneMatch(name -> named(name).findAny().isPresent());
    }

    private Proof citizen(IdentityRules settings, LocalDate today) {
        if (named(PERSONAL_IDENTITY_NUMBER).findAny().isEmpty()
                && named(PRID).findAny().isPresent()) {
            return foreigner(settings, today);
        }
        IdentityNumber number = number(PERSONAL_IDENTITY_NUMBER, today);
        return new Proof.OfCitizen(number, former(today).filter(former -> !former.equals(number)), name());
    }

    /**
     * Someone with a foreign e-ID: by the Swedish number that the person is bound to when we trust how that was done
     * (attribute specification, section 3.3.2), else by the provisional id.
     */
    private Proof foreigner(IdentityRules settings, LocalDate today) {
        IdentityNumber prid = prid();
        boolean bound = named(MAPPED_NUMBER).findAny().isPresent()
                && values(BINDING)
                        .flatMap(value -> Arrays.stream(value.split(";")))
                        .map(String::strip)
                        .anyMatch(settings::trustsBinding);
        if (!bound) {
            return new Proof.OfCitizen(prid, Optional.empty(), name());
        }
        boolean forLife = values(PRID_PERSISTENCE).toList().equals(List.of(FOR_LIFE));
        return new Proof.OfCitizen(
                number(MAPPED_NUMBER, today), forLife ? Optional.of(prid) : Optional.empty(), name());
    }

    private IdentityNumber prid() {
        try {
            return IdentityNumber.prid(only(PRID).orElseThrow(() -> new LoginRefused(LoginError.IDENTITY_NUMBER)));
        } catch (InvalidIdentityNumber invalid) {
            throw new LoginRefused(LoginError.IDENTITY_NUMBER);
        }
    }

    /**
     * The number that was replaced. One that cannot be read is as none: who the person is does not depend on it.
     */
    private Optional<IdentityNumber> former(LocalDate today) {
        List<String> values = values(PREVIOUS_NUMBER).toList();
        if (values.size() != 1 || !TWELVE_DIGITS.matcher(values.get(0)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IdentityNumber.person(values.get(0), today));
        } catch (InvalidIdentityNumber unusable) {
            return Optional.empty();
        }
    }

    private IdentityNumber number(String attribute, LocalDate today) {
        String value = only(attribute)
                .filter(text -> TWELVE_DIGITS.matcher(text).matches())
                .orElseThrow(() -> new LoginRefused(LoginError.IDENTITY_NUMBER));
        try {
            return IdentityNumber.person(value, today);
        } catch (InvalidIdentityNumber invalid) {
            throw new LoginRefused(LoginError.IDENTITY_NUMBER);
        }
    }

    /**
     * The text of an attribute that must tell one thing; empty when that is no plain text.
     *
     * @throws LoginRefused when there is none or several
     */
    private Optional<String> only(String attribute) {
        List<Attribute> named = named(attribute).toList();
        if (named.size() != 1 || named.get(0).getAttributeValues().size() != 1) {
            throw new LoginRefused(LoginError.IDENTITY);
        }
        return text(named.get(0).getAttributeValues().get(0));
    }

    /** All values by attribute name. */
    private Map<String, Set<String>> all() {
        return attributes.stream()
                .map(Attribute::getName)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> values(name).collect(Collectors.toSet())));
    }

    private String account() {
        NameID nameId = assertion.getSubject().getNameID();
        Stream<String> lasting = Stream.ofNullable(nameId)
                .filter(id -> NameID.PERSISTENT.equals(id.getFormat()))
                .flatMap(id -> text(id).stream());
        // two accounts for one person are no account
        return Stream.concat(
                        ACCOUNTS.stream()
                                .map(name -> values(name).toList())
                                .filter(values -> values.size() == 1)
                                .map(values -> values.get(0)),
                        lasting)
                .filter(account -> !account.isBlank() && account.length() <= LONGEST_ACCOUNT)
                .findFirst()
                .orElseThrow(() -> new LoginRefused(LoginError.ACCOUNT));
    }

    private String name() {
        String name = NAMES.stream()
                .flatMap(this::values)
                .findFirst()
                .orElseGet(() -> NAME_PARTS.stream()
                        .map(parts -> parts.stream()
                                .flatMap(part -> values(part).limit(1))
                                .collect(Collectors.joining(" ")))
                        .filter(whole -> !whole.isBlank())
                        .findFirst()
                        .orElse(""));
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }

    private Stream<String> values(String name) {
        return named(name)
                .flatMap(attribute -> attribute.getAttributeValues().stream())
                .flatMap(value -> text(value).stream());
    }

    private Stream<Attribute> named(String name) {
        return attributes.stream().filter(attribute -> name.equals(attribute.getName()));
    }

    /** The whole text of an element that holds one piece of text and nothing else: no comment, no element cuts it. */
    private static Optional<String> text(XMLObject value) {
        Element element = value.getDOM();
        if (element == null || element.getChildNodes().getLength() != 1) {
            return Optional.empty();
        }
        Node only = element.getFirstChild();
        return only.getNodeType() == Node.TEXT_NODE ? Optional.of(only.getNodeValue()) : Optional.empty();
    }
}
