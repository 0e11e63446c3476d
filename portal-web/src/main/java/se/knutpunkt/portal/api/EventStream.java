package se.knutpunkt.portal.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Events read one by one from something that may be larger than the memory. */
interface EventStream {

    /**
     * The next event; null after the last.
     *
     * @throws ProblemException when what comes next cannot be read; then nothing more is asked for
     */
    @Nullable
    ReadEvent next() throws IOException;

    /** How many bytes were read so far. */
    long position();
}
