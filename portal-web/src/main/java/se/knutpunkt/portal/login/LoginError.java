package se.knutpunkt.portal.login;

/**
 * Why a login was refused. The constant stands in the log; the person sees the page of its {@link Page}, which tells
 * what to do and nothing that helps an attacker. In the order in which the checks are made.
 */
public enum LoginError {
    // the post
    /** From a browser that has begun no login here, or that takes no cookies. */
    BROWSER(Page.AGAIN),
    // the message as bytes
    /** No response was posted, or one larger than any provider sends. */
    SIZE(Page.BROKEN),
    /** Not Base64. */
    ENCODING(Page.BROKEN),
    /** Holds a document type declaration. */
    DOCTYPE(Page.BROKEN),
    /** Not well-formed XML, or nested deeper than any response. */
    XML(Page.BROKEN),
    /** The root is no SAML 2.0 protocol response. */
    NOT_A_RESPONSE(Page.BROKEN),
    /** Holds a comment, which could cut a value for one reader and not for another. */
    COMMENT(Page.BROKEN),
    /** Two elements bear the same ID. */
    DUPLICATE_ID(Page.BROKEN),
    /** Against the schemas of SAML. */
    SCHEMA(Page.BROKEN),
    // the response
    /** Not SAML 2.0. */
    VERSION(Page.BROKEN),
    /** Answers no request of ours, no request of this browser, or one that has lapsed. */
    IN_RESPONSE_TO(Page.AGAIN),
    /** Not from the provider that was asked, or from one no longer known. */
    ISSUER(Page.BROKEN),
    /** Meant for another address. */
    DESTINATION(Page.BROKEN),
    /** The response itself is not signed, and its provider is none that may sign the assertion alone. */
    UNSIGNED(Page.BROKEN),
    /** The signature's form, algorithms or transforms are not allowed, or it covers another element. */
    SIGNATURE_FORM(Page.BROKEN),
    /** No key of the provider's metadata made the signature, or something was changed after it. */
    SIGNATURE(Page.BROKEN),
    /** Issued in the future, or too long ago. */
    ISSUED(Page.AGAIN),
    /** The person cancelled at the provider. */
    CANCELLED(Page.CANCELLED),
    /** The provider suspects fraud. */
    FRAUD(Page.REFUSED),
    /** The provider cannot give the level of assurance that was asked for. */
    NO_LEVEL(Page.LEVEL),
    /** The provider refused for another reason. */
    STATUS(Page.REFUSED),
    /** Carries an assertion that is not encrypted. */
    PLAIN_ASSERTION(Page.BROKEN),
    /** Carries no assertion or several. */
    ASSERTION_COUNT(Page.BROKEN),
    /** The response is not signed, and the assertion's cipher lets it be changed unnoticed; only AES-GCM does not. */
    CIPHER(Page.BROKEN),
    /** The assertion cannot be decrypted by our key and the allowed algorithms. */
    DECRYPTION(Page.BROKEN),
    // the assertion
    /** The assertion is not SAML 2.0. */
    ASSERTION_VERSION(Page.BROKEN),
    /** The assertion comes from another issuer than the response. */
    ASSERTION_ISSUER(Page.BROKEN),
    /** Neither the response nor the assertion is signed. */
    ASSERTION_UNSIGNED(Page.BROKEN),
    /** The assertion bears a signature that does not hold. */
    ASSERTION_SIGNATURE(Page.BROKEN),
    /** The assertion was issued in the future, or too long ago. */
    ASSERTION_ISSUED(Page.AGAIN),
    /** The assertion is not for us, or for nobody in particular. */
    AUDIENCE(Page.BROKEN),
    /** The assertion's conditions do not hold yet. */
    NOT_YET_VALID(Page.AGAIN),
    /** The assertion's conditions hold no longer. */
    EXPIRED(Page.AGAIN),
    /** Not exactly one bearer confirmation with data. */
    CONFIRMATION(Page.BROKEN),
    /** The confirmation is for another address than the one posted to. */
    RECIPIENT(Page.BROKEN),
    /** The confirmation answers another request than the response does. */
    CONFIRMATION_IN_RESPONSE_TO(Page.BROKEN),
    /** The confirmation holds no longer. */
    CONFIRMATION_EXPIRED(Page.AGAIN),
    /** Not exactly one statement of authentication. */
    AUTHN_STATEMENT(Page.BROKEN),
    /** Proved before the request was sent, although a new proof was demanded. */
    AUTHN_INSTANT(Page.AGAIN),
    /** The level of assurance is none of those asked for. */
    LEVEL(Page.LEVEL),
    /** Not exactly one statement of attributes. */
    ATTRIBUTE_STATEMENT(Page.BROKEN),
    /** From the municipality's own provider, about someone whom no line of the mapping gives a role. */
    NO_ROLE(Page.NO_ROLE),
    /** Not one identity number. */
    IDENTITY(Page.IDENTITY),
    /** The identity number is none: not twelve digits and nothing else, no such day, wrong check digit. */
    IDENTITY_NUMBER(Page.IDENTITY),
    /** A staff login without a lasting account name. */
    ACCOUNT(Page.IDENTITY),
    // once only
    /** The assertion has been used before. */
    REPLAY(Page.AGAIN),
    /** The request has been answered before, by another assertion. */
    ANSWERED(Page.AGAIN),
    // the person
    /** An official test number, where people are real. */
    TEST_NUMBER(Page.TEST_NUMBER),
    // before any response
    /** No provider can be reached. */
    NO_PROVIDER(Page.NO_PROVIDER),
    /** Providers can be reached, but none gives the level of assurance that is needed. */
    NO_STRONG_PROVIDER(Page.NO_STRONG_PROVIDER);

    /** What the person is told; the page's texts have keys of the same name. */
    public enum Page {
        /** The person cancelled; a neutral page. */
        CANCELLED(200),
        /** Took too long or was sent twice: log in again. */
        AGAIN(400),
        /** The message cannot be trusted: log in again, else tell us the id. */
        BROKEN(400),
        /** The provider said no. */
        REFUSED(403),
        /** A stronger e-ID is needed. */
        LEVEL(403),
        /** The e-ID tells nobody we can know. */
        IDENTITY(403),
        /** An account without a role. */
        NO_ROLE(403),
        /** The e-ID is one for tests. */
        TEST_NUMBER(403),
        /** Logging in is out of order right now. */
        NO_PROVIDER(503),
        /** There is no e-ID here that is strong enough. */
        NO_STRONG_PROVIDER(503);

        private final int status;

        Page(int status) {
            this.status = status;
        }

        /** HTTP status of the page. */
        public int status() {
            return status;
        }
    }

    private final Page page;

    LoginError(Page page) {
        this.page = page;
    }

    /** What the person is told. */
    public Page page() {
        return page;
    }
}
