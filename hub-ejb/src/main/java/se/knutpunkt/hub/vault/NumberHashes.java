package se.knutpunkt.hub.vault;

import org.jspecify.annotations.Nullable;

/**
 * The keyed hashes of one identity number.
 *
 * @param current by the newest key
 * @param other by the key that is being left or brought in, or null when no change is under way
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only bound to SQL parameters
public record NumberHashes(byte[] current, byte @Nullable [] other) {}
