package se.knutpunkt.demoeid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnRequest;
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
import org.opensaml.xmlsec.encryption.support.DataEncryptionParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.encryption.support.EncryptionException;
import org.opensaml.xmlsec.encryption.support.KeyEncryptionParameters;

/** Writes signed responses with an encrypted assertion, as the Swedish framework wants them (sections 6.1, 6.2). */
final class ResponseWriter {
    private static final String CANCEL = "http://id.elegnamnden.se/status/1.0/cancel";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OpenSaml saml = OpenSaml.ready();
    private final String entityId;
    private final SigningKey key;
    private final Portal portal;

    ResponseWriter(String entityId, SigningKey key, Portal portal) {
        this.entityId = entityId;
        this.key = key;
        this.portal = portal;
    }

    /** The person proved who they are, at the level of that URI. */
    byte[] success(AuthnRequest request, Person person, String level, Instant now) {
        Response response = response(request, now);
        response.setStatus(status(StatusCode.SUCCESS, null));
        response.getEncryptedAssertions().add(encrypt(assertion(request, person, level, now)));
        return signed(response);
    }

    /** The person did not want to. */
    byte[] cancelled(AuthnRequest request, Instant now) {
        Response response = response(request, now);
        response.setStatus(status(StatusCode.RESPONDER, CANCEL));
        return signed(response);
    }

    /** The level of assurance asked for is not had here. */
    byte[] noLevel(AuthnRequest request, Instant now) {
        Response response = response(request, now);
        response.setStatus(status(StatusCode.REQUESTER, StatusCode.NO_AUTHN_CONTEXT));
        return signed(response);
    }

    private byte[] signed(Response response) {
        saml.sign(response, key);
        return saml.write(response);
    }

    private Response response(AuthnRequest request, Instant now) {
        Response response = saml.build(Response.class, Response.DEFAULT_ELEMENT_NAME);
        response.setID(newId());
        response.setVersion(SAMLVersion.VERSION_20);
        response.setIssueInstant(now.truncatedTo(ChronoUnit.MILLIS));
        response.setDestination(request.getAssertionConsumerServiceURL());
        response.setInResponseTo(request.getID());
        response.setIssuer(issuer());
        return response;
    }

    private Assertion assertion(AuthnRequest request, Person person, String level, Instant now) {
        Instant issued = now.truncatedTo(ChronoUnit.MILLIS);
        Assertion assertion = saml.build(Assertion.class, Assertion.DEFAULT_ELEMENT_NAME);
        assertion.setID(newId());
        assertion.setVersion(SAMLVersion.VERSION_20);
        assertion.setIssueInstant(issued);
        assertion.setIssuer(issuer());
        assertion.setSubject(subject(request, person, issued.plus(LIFETIME)));
        assertion.setConditions(conditions(issued));
        assertion.getAuthnStatements().add(authentication(level, issued));
        assertion.getAttributeStatements().add(attributes(person));
        return assertion;
    }

    private Subject subject(AuthnRequest request, Person person, Instant until) {
        NameID pseudonym = saml.build(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        pseudonym.setFormat(NameID.PERSISTENT);
        pseudonym.setValue(pseudonym(person));
        SubjectConfirmationData data =
                saml.build(SubjectConfirmationData.class, SubjectConfirmationData.DEFAULT_ELEMENT_NAME);
        data.setInResponseTo(request.getID());
        data.setRecipient(request.getAssertionConsumerServiceURL());
        data.setNotOnOrAfter(until);
        SubjectConfirmation confirmation =
                saml.build(SubjectConfirmation.class, SubjectConfirmation.DEFAULT_ELEMENT_NAME);
        confirmation.setMethod(SubjectConfirmation.METHOD_BEARER);
        confirmation.setSubjectConfirmationData(data);
        Subject subject = saml.build(Subject.class, Subject.DEFAULT_ELEMENT_NAME);
        subject.setNameID(pseudonym);
        subject.getSubjectConfirmations().add(confirmation);
        return subject;
    }

    private Conditions conditions(Instant issued) {
        Audience audience = saml.build(Audience.class, Audience.DEFAULT_ELEMENT_NAME);
        audience.setURI(portal.entityId());
        AudienceRestriction restriction =
                saml.build(AudienceRestriction.class, AudienceRestriction.DEFAULT_ELEMENT_NAME);
        restriction.getAudiences().add(audience);
        Conditions conditions = saml.build(Conditions.class, Conditions.DEFAULT_ELEMENT_NAME);
        conditions.setNotBefore(issued);
        conditions.setNotOnOrAfter(issued.plus(LIFETIME));
        conditions.getAudienceRestrictions().add(restriction);
        return conditions;
    }

    private AuthnStatement authentication(String uri, Instant issued) {
        AuthnContextClassRef level = saml.build(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        level.setURI(uri);
        AuthnContext context = saml.build(AuthnContext.class, AuthnContext.DEFAULT_ELEMENT_NAME);
        context.setAuthnContextClassRef(level);
        AuthnStatement statement = saml.build(AuthnStatement.class, AuthnStatement.DEFAULT_ELEMENT_NAME);
        statement.setAuthnInstant(issued);
        statement.setAuthnContext(context);
        return statement;
    }

    private AttributeStatement attributes(Person person) {
        AttributeStatement statement = saml.build(AttributeStatement.class, AttributeStatement.DEFAULT_ELEMENT_NAME);
        person.attributes().forEach((name, text) -> {
            XSString value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(text);
            Attribute attribute = saml.build(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
            attribute.setName(name);
            attribute.setNameFormat(Attribute.URI_REFERENCE);
            attribute.getAttributeValues().add(value);
            statement.getAttributes().add(attribute);
        });
        return statement;
    }

    private EncryptedAssertion encrypt(Assertion assertion) {
        DataEncryptionParameters data = new DataEncryptionParameters();
        data.setAlgorithm(EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM);
        KeyEncryptionParameters transport = new KeyEncryptionParameters();
        transport.setEncryptionCredential(new BasicX509Credential(portal.encryption()));
        transport.setAlgorithm(EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);
        Encrypter encrypter = new Encrypter(data, transport);
        encrypter.setKeyPlacement(Encrypter.KeyPlacement.INLINE);
        try {
            return encrypter.encrypt(assertion);
        } catch (EncryptionException failed) {
            throw new IllegalStateException("Cannot encrypt to the portal", failed);
        }
    }

    private Issuer issuer() {
        Issuer issuer = saml.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(entityId);
        return issuer;
    }

    private Status status(String first, @Nullable String second) {
        StatusCode code = saml.build(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(first);
        if (second != null) {
            StatusCode nested = saml.build(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
            nested.setValue(second);
            code.setStatusCode(nested);
        }
        Status status = saml.build(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(code);
        return status;
    }

    /** Lasting, and another at each service provider (section 6.1). */
    private String pseudonym(Person person) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((portal.entityId() + "\n" + person.key()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String newId() {
        byte[] bits = new byte[20];
        RANDOM.nextBytes(bits);
        return "_" + HexFormat.of().formatHex(bits);
    }
}
