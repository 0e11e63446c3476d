package se.knutpunkt.portal.login.saml;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.opensaml.saml.saml2.encryption.Encrypter;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.encryption.support.DataEncryptionParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionException;
import org.opensaml.xmlsec.encryption.support.KeyEncryptionParameters;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureSupport;
import org.w3c.dom.Element;

/** An identity provider in memory: writes whatever a test wants answered. */
final class TestProvider {
    private TestProvider() {}

    static String xml(Consumer<Answer> change) {
        Answer answer = new Answer();
        change.accept(answer);
        Response response = response(answer);
        answer.onResponse.accept(response);
        if (answer.responseSigned) {
            sign(response, answer.signedBy, answer);
        }
        return write(response);
    }

    static String write(XMLObject object) {
        return new String(OpenSaml.ready().write(object), StandardCharsets.UTF_8);
    }

    private static Response response(Answer answer) {
        Response response = build(Response.class, Response.DEFAULT_ELEMENT_NAME);
        response.setID("_response1");
        response.setVersion(SAMLVersion.VERSION_20);
        response.setIssueInstant(answer.issued);
        response.setDestination(answer.destination);
        response.setInResponseTo(answer.inResponseTo);
        response.setIssuer(issuer(answer.responseIssuer));
        response.setStatus(status(answer.status));
        for (int i = 0; i < answer.encryptedAssertions; i++) {
            response.getEncryptedAssertions().add(encrypt(assertion(answer), answer));
        }
        for (int i = 0; i < answer.plainAssertions; i++) {
            Assertion plain = assertion(answer);
            plain.setID("_plain" + i);
            response.getAssertions().add(plain);
        }
        return response;
    }

    static Assertion assertion(Answer answer) {
        Assertion assertion = build(Assertion.class, Assertion.DEFAULT_ELEMENT_NAME);
        assertion.setID(answer.assertionId);
        assertion.setVersion(SAMLVersion.VERSION_20);
        assertion.setIssueInstant(answer.assertionIssued);
        assertion.setIssuer(issuer(answer.assertionIssuer));
        assertion.setSubject(subject(answer));
        assertion.setConditions(conditions(answer));
        assertion.getAuthnStatements().add(authentication(answer));
        assertion.getAttributeStatements().add(attributes(answer));
        return assertion;
    }

    private static Subject subject(Answer answer) {
        SubjectConfirmationData data =
                build(SubjectConfirmationData.class, SubjectConfirmationData.DEFAULT_ELEMENT_NAME);
        data.setRecipient(answer.recipient);
        data.setInResponseTo(answer.confirmedRequest);
        data.setNotOnOrAfter(answer.confirmedUntil);
        SubjectConfirmation confirmation = build(SubjectConfirmation.class, SubjectConfirmation.DEFAULT_ELEMENT_NAME);
        confirmation.setMethod(SubjectConfirmation.METHOD_BEARER);
        confirmation.setSubjectConfirmationData(data);
        NameID name = build(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        name.setFormat(NameID.PERSISTENT);
        name.setValue("pseudonym");
        Subject subject = build(Subject.class, Subject.DEFAULT_ELEMENT_NAME);
        subject.setNameID(name);
        subject.getSubjectConfirmations().add(confirmation);
        return subject;
    }

    private static Conditions conditions(Answer answer) {
        Conditions conditions = build(Conditions.class, Conditions.DEFAULT_ELEMENT_NAME);
        conditions.setNotBefore(answer.notBefore);
        conditions.setNotOnOrAfter(answer.notOnOrAfter);
        for (String uri : answer.audiences) {
            Audience audience = build(Audience.class, Audience.DEFAULT_ELEMENT_NAME);
            audience.setURI(uri);
            AudienceRestriction restriction =
                    build(AudienceRestriction.class, AudienceRestriction.DEFAULT_ELEMENT_NAME);
            restriction.getAudiences().add(audience);
            conditions.getAudienceRestrictions().add(restriction);
        }
        return conditions;
    }

    private static AuthnStatement authentication(Answer answer) {
        AuthnContextClassRef reference = build(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        reference.setURI(answer.level);
        AuthnContext context = build(AuthnContext.class, AuthnContext.DEFAULT_ELEMENT_NAME);
        context.setAuthnContextClassRef(reference);
        AuthnStatement statement = build(AuthnStatement.class, AuthnStatement.DEFAULT_ELEMENT_NAME);
        statement.setAuthnInstant(answer.proved);
        statement.setAuthnContext(context);
        return statement;
    }

    private static AttributeStatement attributes(Answer answer) {
        AttributeStatement statement = build(AttributeStatement.class, AttributeStatement.DEFAULT_ELEMENT_NAME);
        answer.attributes.forEach((name, values) -> statement.getAttributes().add(attribute(name, values)));
        return statement;
    }

    static Attribute attribute(String name, List<String> values) {
        Attribute attribute = build(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        attribute.setName(name);
        attribute.setNameFormat(Attribute.URI_REFERENCE);
        for (String text : values) {
            XSString value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(text);
            attribute.getAttributeValues().add(value);
        }
        return attribute;
    }

    static EncryptedAssertion encrypt(Assertion assertion, Answer answer) {
        try {
            if (answer.assertionSigned) {
                sign(assertion, answer.assertionSignedBy, answer);
            } else {
                XMLObjectSupport.marshall(assertion);
            }
            answer.onAssertion.accept(assertion);
            DataEncryptionParameters data = new DataEncryptionParameters();
            data.setAlgorithm(answer.cipher);
            KeyEncryptionParameters key = new KeyEncryptionParameters();
            key.setEncryptionCredential(new BasicX509Credential(answer.encryptedTo.certificate()));
            key.setAlgorithm(answer.keyTransport);
            Encrypter encrypter = new Encrypter(data, key);
            encrypter.setKeyPlacement(Encrypter.KeyPlacement.INLINE);
            return encrypter.encrypt(assertion);
        } catch (EncryptionException | MarshallingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The written assertion with its signature. */
    static Element signed(Assertion assertion, Answer answer) {
        sign(assertion, answer.assertionSignedBy, answer);
        return Objects.requireNonNull(assertion.getDOM());
    }

    private static Issuer issuer(String entityId) {
        Issuer issuer = build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(entityId);
        return issuer;
    }

    private static Status status(List<String> codes) {
        StatusCode top = build(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        top.setValue(codes.get(0));
        if (codes.size() > 1) {
            StatusCode second = build(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
            second.setValue(codes.get(1));
            top.setStatusCode(second);
        }
        Status status = build(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(top);
        return status;
    }

    static void sign(SignableSAMLObject object, KeyPairWithCertificate key, Answer answer) {
        SignatureSigningParameters how = new SignatureSigningParameters();
        how.setSigningCredential(new BasicX509Credential(key.certificate(), key.key()));
        how.setSignatureAlgorithm(answer.signatureAlgorithm);
        how.setSignatureReferenceDigestMethod(answer.digest);
        how.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        try {
            SignatureSupport.signObject(object, how);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static <T extends XMLObject> T build(Class<T> type, QName name) {
        return OpenSaml.ready().build(type, name);
    }

    static Instant after(long seconds) {
        return Portal.NOW.plusSeconds(seconds);
    }
}
