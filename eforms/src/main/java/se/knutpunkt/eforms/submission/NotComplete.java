package se.knutpunkt.eforms.submission;

import jakarta.ejb.ApplicationException;

/** The draft can't be sent yet. Answered by its first incomplete page. */
@ApplicationException(rollback = false)
public class NotComplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pageId;

    public NotComplete(String pageId) {
        super("the form is not complete");
        this.pageId = pageId;
    }

    /** The first page where something is missing or wrong. */
    public String pageId() {
        return pageId;
    }
}
