package se.knutpunkt.hub.login;

/** What a staff member may work with; given by attributes of the municipality's own identity provider. */
public enum StaffRole {
    /** Keeps the diary: opens submissions, exports them, enters diary numbers. */
    REGISTRAR,
    /** Brings in, previews, publishes and closes form definitions. */
    EDITOR,
    /** Decides which attributes give which role. */
    ADMINISTRATOR,
    /** Keeps the register of case types and the source systems, and mends what could not be taken in. */
    SYSTEM_MANAGER,
    /** Proposes and approves changes of who may see what. */
    POLICY_KEEPER,
    /** Answers people for several authorities. */
    CONTACT_CENTRE,
    /** Handles cases for the authority where they work, or by delegation. */
    HANDLER,
    /** Examines how the rules are followed. */
    AUDITOR,
    /** One of the few who may look at persons with protected personal data; gives no ground to look by itself. */
    PROTECTED_READER
}
