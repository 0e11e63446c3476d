package se.knutpunkt.portal.api;

import java.util.Locale;

/** The kinds of problem the API answers with; each has one status and one address of its own. */
enum ProblemType {
    NOT_JSON(400, "The body is not a JSON document that can be read"),
    NOT_XML(400, "The body is not an XML document that can be read"),
    NOT_CSV(400, "The file is not CSV that can be read"),
    SOAP_VERSION(400, "The envelope is not of SOAP 1.1"),
    SOAP_HEADER(400, "A header that must be understood is not"),
    INVALID_QUESTION(400, "The question cannot be read"),
    KEY_MISSING(401, "A key is needed"),
    KEY_UNKNOWN(401, "The key is not known"),
    CASE_TYPE_NOT_YOURS(403, "The key may not signal this case type"),
    NETWORK_NOT_ALLOWED(403, "The key may not be used from this network"),
    NO_SUCH_ADDRESS(404, "There is nothing at this address"),
    NO_SUCH_CASE(404, "There is no such case for this system"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that format"),
    EVENT_CONFLICT(409, "The id has been used for another event"),
    CASE_CONFLICT(409, "The case number belongs to another case"),
    HANDOVER_CONFLICT(409, "The hand-over has another case number, or the number another case"),
    TOO_LARGE(413, "The body is too large"),
    MEDIA_TYPE(415, "The content type is not taken"),
    ATTACHMENT_DIFFERS(422, "The file is not the one that was announced"),
    INVALID_EVENT(422, "The event does not follow the contract"),
    NO_CASE_NUMBER(422, "There is no case number that can be one"),
    UNKNOWN_CASE_TYPE(422, "The case type is not registered"),
    TOO_MANY_EVENTS(429, "The source sends more than its limit"),
    FAULT(500, "Something went wrong with us"),
    NOT_READY(503, "The service is not ready");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The {@code type} of RFC 9457; described in the OpenAPI document. */
    String uri() {
        return "urn:knutpunkt:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
