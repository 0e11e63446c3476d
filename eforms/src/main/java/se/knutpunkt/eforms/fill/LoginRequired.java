package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** The form may only be filled in by someone who has logged in. Answered by the choice of e-ID. */
@ApplicationException(rollback = true)
public class LoginRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LoginRequired() {
        super("the form requires login");
    }
}
