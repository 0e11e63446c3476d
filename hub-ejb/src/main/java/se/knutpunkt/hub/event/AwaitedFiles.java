package se.knutpunkt.hub.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files that a source has announced and not sent.
 *
 * @param oldest when the one was announced that has been waited for longest; null when there is none
 */
public record AwaitedFiles(long count, @Nullable Instant oldest) {}
