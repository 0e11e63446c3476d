package se.knutpunkt.hub.upkeep;

/** Whether an entry of the register is in use. */
public enum Stage {
    /** Something may be missing; no source, no form and no page but the register's own knows it. Case types alone. */
    DRAFT,
    /** In use: nothing is missing. */
    LIVE,
    /** Was in use: nothing new is accepted, what exists stays readable. */
    CLOSED
}
