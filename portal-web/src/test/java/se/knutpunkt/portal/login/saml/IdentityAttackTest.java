package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensaml.saml.saml2.core.Assertion;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.knutpunkt.portal.login.LoginError;

/** Tricks with the attribute that says who the person is. */
class IdentityAttackTest {
    private static final String NUMBER = Attributes.PERSONAL_IDENTITY_NUMBER;

    private final Portal portal = new Portal();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19600617-2818",
                "6006172818",
                " 196006172818",
                "196006172818 ",
                "196006172818\n",
                "196006172819",
                "196013172818",
                "205006172818",
                "１９６００６１７２８１８",
                "196006172818.attacker.example",
                ""
            })
    void refusesANumberThatIsNotTwelveValidDigits(String value) {
        // written into the XML itself, since OpenSAML's objects would strip spaces
        assertThat(portal.refusal(answer -> answer.onAssertion =
                        assertion -> numberIn(assertion.getDOM()).setTextContent(value)))
                .isEqualTo(LoginError.IDENTITY_NUMBER);
    }

    @Test
    void refusesANumberWithACommentInside() {
        assertThat(portal.refusal(cut("comment"))).isEqualTo(LoginError.COMMENT);
    }

    @Test
    void refusesANumberWithAnElementInside() {
        assertThat(portal.refusal(cut("element"))).isEqualTo(LoginError.IDENTITY_NUMBER);
    }

    @Test
    void refusesACommentAfterAWholeNumber() {
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> {
                    Element value = numberIn(assertion.getDOM());
                    value.appendChild(value.getOwnerDocument().createComment(""));
                    value.appendChild(value.getOwnerDocument().createTextNode(".attacker.example"));
                }))
                .isEqualTo(LoginError.COMMENT);
    }

    @Test
    void refusesNoNumberAndTwo() {
        assertThat(portal.refusal(with(Map.of(Attributes.DISPLAY_NAME, List.of("Nobody")))))
                .isEqualTo(LoginError.IDENTITY);
        assertThat(portal.refusal(with(Map.of(NUMBER, List.of("196006172818", "194005068095")))))
                .isEqualTo(LoginError.IDENTITY);
    }

    @Test
    void refusesTheNumberInTwoAttributesOfTheSameName() {
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> {
                    Element attribute = (Element) numberIn(assertion.getDOM()).getParentNode();
                    attribute.getParentNode().appendChild(attribute.cloneNode(true));
                }))
                .isEqualTo(LoginError.IDENTITY);
    }

    @Test
    void doesNotReadTheNumberUnderItsFriendlyName() {
        assertThat(portal.refusal(with(Map.of("personalIdentityNumber", List.of("196006172818")))))
                .isEqualTo(LoginError.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE:ABC", "de:0aerf-ead9", "NO:05068907693 ", "NO:05068907693\n", "196006172818", ""})
    void refusesAPridOfAnotherForm(String value) {
        assertThat(portal.refusal(answer -> {
                    answer.attributes = Map.of(Attributes.PRID, List.of("NO:05068907693"));
                    answer.onAssertion = assertion ->
                            valueOf(Attributes.PRID, assertion.getDOM()).setTextContent(value);
                }))
                .isEqualTo(LoginError.IDENTITY_NUMBER);
    }

    @Test
    void refusesTwoPrids() {
        assertThat(portal.refusal(with(Map.of(Attributes.PRID, List.of("NO:05068907693", "DE:0aerf-ead9")))))
                .isEqualTo(LoginError.IDENTITY);
    }

    @Test
    void refusesTwoNumbersThatAForeignEidIsBoundTo() {
        assertThat(portal.refusal(with(Map.of(
                        Attributes.PRID, List.of("NO:05068907693"),
                        Attributes.BINDING, List.of(Portal.TRUSTED_BINDING),
                        Attributes.MAPPED_NUMBER, List.of("196006172818", "194005068095")))))
                .isEqualTo(LoginError.IDENTITY);
    }

    @Test
    void aNumberThatAForeignEidIsBoundToIsNoneWithoutThePrid() {
        assertThat(portal.refusal(with(Map.of(
                        Attributes.BINDING, List.of(Portal.TRUSTED_BINDING),
                        Attributes.MAPPED_NUMBER, List.of("196006172818")))))
                .isEqualTo(LoginError.IDENTITY);
    }

    @Test
    void refusesStaffWithTwoAccounts() {
        assertThat(portal.refusal(answer -> {
                    answer.attributes = Map.of(
                            Attributes.ROLE, List.of("registrator"),
                            Attributes.UPN, List.of("one@alvstad.example", "two@alvstad.example"));
                    answer.onAssertion = IdentityAttackTest::makeTheNameTransient;
                }))
                .isEqualTo(LoginError.ACCOUNT);
    }

    @Test
    void refusesStaffWithoutAnAccount() {
        assertThat(portal.refusal(answer -> {
                    answer.attributes = Map.of(Attributes.ROLE, List.of("registrator"));
                    answer.onAssertion = IdentityAttackTest::makeTheNameTransient;
                }))
                .isEqualTo(LoginError.ACCOUNT);
    }

    private static Consumer<Answer> with(Map<String, List<String>> attributes) {
        return answer -> answer.attributes = attributes;
    }

    private static Consumer<Answer> cut(String by) {
        return answer -> answer.onAssertion = assertion -> {
            Element value = numberIn(assertion.getDOM());
            value.setTextContent("19600617");
            value.removeAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
            value.appendChild(
                    by.equals("comment")
                            ? value.getOwnerDocument().createComment("cut")
                            : value.getOwnerDocument().createElementNS("urn:x", "cut"));
            value.appendChild(value.getOwnerDocument().createTextNode("2818"));
        };
    }

    private static void makeTheNameTransient(Assertion assertion) {
        Element name = (Element)
                assertion.getDOM().getElementsByTagNameNS("*", "NameID").item(0);
        name.setAttribute("Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient");
    }

    private static Element numberIn(Element assertion) {
        return valueOf(NUMBER, assertion);
    }

    private static Element valueOf(String name, Element assertion) {
        NodeList attributes = assertion.getElementsByTagNameNS("*", "Attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            if (name.equals(attribute.getAttribute("Name"))) {
                return (Element)
                        attribute.getElementsByTagNameNS("*", "AttributeValue").item(0);
            }
        }
        throw new IllegalStateException("no " + name);
    }
}
