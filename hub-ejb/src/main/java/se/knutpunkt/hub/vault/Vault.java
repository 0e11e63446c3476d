package se.knutpunkt.hub.vault;

import se.knutpunkt.hub.party.IdentityNumber;

/**
 * Seals what is personal before it is stored, and opens it again. Injected as a CDI bean; outside a container made by
 * {@link TinkVault#open}.
 *
 * <p>A context is {@code "table.column"}, where needed followed by {@code ":"} and the row's own id. It is bound to
 * the sealed value: a value moved to another column does not open.
 */
public interface Vault {

    /** Seals a text. Sealing the same text twice gives different bytes. */
    byte[] seal(String plain, String context);

    /**
     * Opens a sealed text.
     *
     * @throws SealBroken when the value was sealed by other keys, for another context, or has been changed
     */
    String open(byte[] sealed, String context);

    /** Seals bytes; see {@link #seal(String, String)}. */
    byte[] sealBytes(byte[] plain, String context);

    /**
     * Opens sealed bytes.
     *
     * @throws SealBroken as {@link #open}
     */
    byte[] openBytes(byte[] sealed, String context);

    /** The keyed hash (32 bytes) by which rows refer to a number, by the newest key. */
    byte[] hashOfNumber(IdentityNumber number);

    /** The hashes of a number by every key in use: one, or two while a key is being changed; the newest first. */
    NumberHashes hashesOfNumber(IdentityNumber number);

    /** A keyed hash (32 bytes) of a text, to find equal values without storing them. */
    byte[] hashOfToken(String token, String context);

    /** Signs data that leaves the server and is to come back unchanged, such as a form token or a private link. */
    byte[] sign(byte[] data, String context);

    /** Whether the signature was made by {@link #sign} over the same data and context; compared in constant time. */
    boolean isSigned(byte[] signature, byte[] data, String context);
}
