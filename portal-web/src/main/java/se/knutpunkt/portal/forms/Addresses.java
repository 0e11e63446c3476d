package se.knutpunkt.portal.forms;

import java.util.Set;
import se.knutpunkt.eforms.fill.DraftRef;

/** The local addresses of e-services and drafts. The last part of a step's address is the page's id. */
final class Addresses {
    static final String SERVICES = "/e-tjanster";
    static final String REVIEW = "granska";
    static final String RECEIPT = "kvittens";
    static final String RECEIPT_PDF = "kvittens.pdf";
    static final String SAVED = "sparat";
    static final String UPDATE = "uppdatera";

    private static final Set<String> NO_STEPS = Set.of(REVIEW, RECEIPT, RECEIPT_PDF, SAVED, UPDATE);

    private Addresses() {}

    /** Whether the last part of an address names one of a draft's own pages instead of a step. */
    static boolean isNoStep(String page) {
        return NO_STEPS.contains(page);
    }

    /** The landing page of a service. */
    static String service(String slug) {
        return SERVICES + "/" + slug;
    }

    /** The draft itself: goes on where it was left. */
    static String draft(String slug, DraftRef ref) {
        return service(slug) + "/" + ref.value();
    }

    /** A step of the draft, its review, its receipt. */
    static String page(String slug, DraftRef ref, String page) {
        return draft(slug, ref) + "/" + page;
    }
}
