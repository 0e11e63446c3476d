package se.knutpunkt.eforms.fill;

/**
 * A file on a draft or in a submission.
 *
 * @param id its id in {@code hub.file}, to remove it or open it
 * @param name its name as it was uploaded, made safe
 * @param size its size in words, for instance {@code 1,2 MB}
 */
public record FileView(String id, String name, String size) {}
