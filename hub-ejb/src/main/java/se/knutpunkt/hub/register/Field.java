package se.knutpunkt.hub.register;

/** A field of the register, with the one limit that every way in holds. */
public enum Field {
    /** Beside the sheet: what an entry is. */
    POST("", 0),
    /** Beside the sheet: whether it is in use. */
    STAGE("closed", 0),
    CODE("code", 40),
    PREFIX("prefix", 10),
    NAME_SV("name/sv", 150),
    NAME_EN("name/en", 150),
    AUTHORITY_CODE("authority", 40),
    BRANCH_CODE("branch", 40),
    CASE_KIND("kind", 20),
    INFORMATION_CLASS("informationClass", 40),
    DOCUMENT_TYPE("documentType", 100),
    DIARY_SYSTEM("diarySystem", 100),
    /** One step a line; see {@link StepText}. */
    STEPS("steps", 40_000),
    ANSWERED_BY_SV("answeredBy/sv", 150),
    ANSWERED_BY_EN("answeredBy/en", 150),
    /** A whole number; 0 when nothing is promised. */
    PROMISE_DAYS("promiseDays", 10),
    RETENTION_RULE("retentionRule", 40),
    RETENTION_GROUND("retentionGround", 300),
    /** The name of a {@link Sector}. */
    SECTOR("sector", 20),
    LEGAL_READING("legalReading", 2000);

    private final String json;
    private final int longest;

    Field(String json, int longest) {
        this.json = json;
        this.longest = longest;
    }

    /** Its place in an object of the register file. */
    String json() {
        return json;
    }

    /** How many characters it may have. */
    public int longest() {
        return longest;
    }

    /** Whether it may have several lines. */
    public boolean hasLines() {
        return this == LEGAL_READING || this == STEPS;
    }
}
