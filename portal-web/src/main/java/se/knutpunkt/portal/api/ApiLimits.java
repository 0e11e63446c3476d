package se.knutpunkt.portal.api;

/** How much the API takes; the OpenAPI document tells the same figures. */
final class ApiLimits {

    /** Largest event in bytes, alone or in a batch. */
    static final int EVENT_BYTES = 1_048_576;

    /** Largest batch in bytes; read event by event, never whole. */
    static final int BATCH_BYTES = 100 * 1_048_576;

    /** Most events in a batch. */
    static final int BATCH_EVENTS = 100_000;

    /** Largest file that comes after its event, in bytes; a stream, never whole. */
    static final long ATTACHMENT_BYTES = 100L * 1_048_576;

    /** Most errors told of one event: the rest would say the same. */
    static final int ERRORS = 50;

    /** Deepest nesting of a document. */
    static final int DEPTH = 20;

    /** Most JSON tokens (names, values, brackets) of an event: many small ones take far more memory than their bytes. */
    static final int EVENT_TOKENS = 50_000;

    private ApiLimits() {}
}
