package se.knutpunkt.eforms.submission;

import jakarta.ejb.Local;

/** Sent forms for whoever hands them over; the caller sees to the right and to the access log. */
@Local
public interface SentForms {

    /** A sent form by its row id. */
    SentForm get(long submission);

    /** Puts a sent form in the registrar's queue, in the caller's transaction: no system takes it over. */
    void toDiary(long submission);
}
