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
    POLICY_KEEPER
}
