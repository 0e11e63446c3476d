package se.knutpunkt.hub.register;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The register file is inconsistent; nothing of it was taken. The start must stop. */
@ApplicationException(rollback = true)
public class RegisterRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    RegisterRefused(String file, List<String> problems) {
        super("The register file " + file + " is refused: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, each with its place in the file. */
    public List<String> problems() {
        return problems;
    }
}
