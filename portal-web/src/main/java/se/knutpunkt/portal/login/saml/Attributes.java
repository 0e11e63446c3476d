package se.knutpunkt.portal.login.saml;

import java.time.LocalDate;
import java.util.EnumSet;
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
    static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    static final String UPN = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";

    private static final Map<String, StaffRole> ROLES =
            Map.of("registrator", StaffRole.REGISTRAR, "redaktor", StaffRole.EDITOR);
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
     * Who the assertion is about. A person with a staff role is staff and nothing else, even with a number.
     *
     * @param mayNameStaff whether the provider is one whose roles count
     * @param today the Swedish date
     * @throws LoginRefused when it tells nobody, or several
     */
    static Proof proof(ReceivedAssertion received, boolean mayNameStaff, LocalDate today) {
        Attributes attributes = new Attributes(received.assertion());
        Set<StaffRole> roles = mayNameStaff ? attributes.roles() : Set.of();
        if (!roles.isEmpty()) {
            return new Proof.OfStaff(received.in().sender().entityId(), attributes.account(), roles, attributes.name());
        }
        return attributes.citizen(today);
    }

    private Proof citizen(LocalDate today) {
        IdentityNumber number = number(today);
        return new Proof.OfCitizen(number, former(today).filter(former -> !former.equals(number)), name());
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

    private IdentityNumber number(LocalDate today) {
        List<Attribute> named = named(PERSONAL_IDENTITY_NUMBER).toList();
        if (named.size() != 1 || named.get(0).getAttributeValues().size() != 1) {
            throw new LoginRefused(LoginError.IDENTITY);
        }
        String value = text(named.get(0).getAttributeValues().get(0))
                .filter(text -> TWELVE_DIGITS.matcher(text).matches())
                .orElseThrow(() -> new LoginRefused(LoginError.IDENTITY_NUMBER));
        try {
            return IdentityNumber.person(value, today);
        } catch (InvalidIdentityNumber invalid) {
            throw new LoginRefused(LoginError.IDENTITY_NUMBER);
        }
    }

    private Set<StaffRole> roles() {
        return values(ROLE)
                .flatMap(value -> Stream.ofNullable(ROLES.get(value)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StaffRole.class)));
    }

    private String account() {
        NameID nameId = assertion.getSubject().getNameID();
        return Stream.concat(
                        Stream.concat(values(ORG_AFFILIATION), values(UPN)).limit(1),
                        Stream.ofNullable(nameId)
                                .filter(id -> NameID.PERSISTENT.equals(id.getFormat()))
                                .flatMap(id -> text(id).stream()))
                .filter(account -> !account.isBlank() && account.length() <= LONGEST_ACCOUNT)
                .findFirst()
                .orElseThrow(() -> new LoginRefused(LoginError.ACCOUNT));
    }

    private String name() {
        String name = values(DISPLAY_NAME)
                .findFirst()
                .orElseGet(() -> Stream.of(GIVEN_NAME, SURNAME)
                        .flatMap(part -> values(part).limit(1))
                        .collect(Collectors.joining(" ")));
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
