package se.knutpunkt.portal.api;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body up to a limit, whatever its headers promise. */
final class LimitedBody {

    private LimitedBody() {}

    /**
     * The body.
     *
     * @param announced the Content-Length; −1 when it is not told
     * @throws ProblemException 413 when it is larger than the limit
     */
    static byte[] read(InputStream body, long announced, int limit) throws IOException {
        refuseTooLarge(announced, limit);
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge(limit);
        }
        return bytes;
    }

    /** @throws ProblemException 413 when it says itself that it is larger than the limit */
    static void refuseTooLarge(long announced, long limit) {
        if (announced > limit) {
            throw tooLarge(limit);
        }
    }

    private static ProblemException tooLarge(long limit) {
        return new ProblemException(ProblemType.TOO_LARGE, "The body has at most " + limit + " bytes.");
    }
}
