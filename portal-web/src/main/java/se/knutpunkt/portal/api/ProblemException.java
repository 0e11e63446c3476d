package se.knutpunkt.portal.api;

import java.io.Serial;

/** The request, or one event of it, ends with a problem document; nothing of it was kept. */
final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    Problem problem() {
        return problem;
    }
}
