package se.knutpunkt.hub.delivery;

/** What is wrong with an address to deliver to. */
public enum AddressFault {
    /** It is no web address. */
    NO_ADDRESS,
    /** It is not https. */
    NOT_HTTPS,
    /** It holds a name and password, or a part after #. */
    HOLDS_MORE,
    /** It holds something after a question mark, which is often a key; addresses are kept in the clear. */
    HOLDS_QUERY,
    /** It has more than 500 characters. */
    TOO_LONG
}
