package se.knutpunkt.eforms.shape;

/**
 * A file as a document refers to it.
 *
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 * @param address where the receiving system gets it by its key
 */
public record FileRef(String name, String mediaType, long size, String sha256, String address) {}
