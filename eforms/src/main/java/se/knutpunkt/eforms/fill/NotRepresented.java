package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/**
 * The filler may not fill in or send this form for the person it is for: the right to act has ended, or does not cover the
 * form's case type.
 */
@ApplicationException(rollback = true)
public class NotRepresented extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotRepresented() {
        super("the filler does not represent the person");
    }
}
