package se.knutpunkt.eforms.field;

import java.util.Set;

/**
 * What a field of files takes.
 *
 * @param mediaTypes types of content, as found in the content
 * @param kinds the same in words, for people
 * @param maxBytes greatest size of one file
 * @param maxFiles most files
 */
public record FileLimits(Set<String> mediaTypes, String kinds, long maxBytes, int maxFiles) {

    /** For fields that take no files. */
    public static final FileLimits NONE = new FileLimits(Set.of(), "", 0, 0);

    public FileLimits {
        mediaTypes = Set.copyOf(mediaTypes);
    }
}
