package se.knutpunkt.eforms.handover;

/** What a document is written in. */
public enum Format {
    JSON("application/json"),
    XML("application/xml");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type it is sent with. */
    public String mediaType() {
        return mediaType;
    }
}
