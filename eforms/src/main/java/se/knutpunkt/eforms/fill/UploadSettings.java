package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much the operator has room for; read when the application starts, so that a bad value stops it there. */
@ApplicationScoped
class UploadSettings {

    private static final long MEGABYTE = 1_000_000;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_UPLOAD_FORM_MEGABYTES", defaultValue = "4000")
    long formMegabytes;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_UPLOAD_PERSON_MEGABYTES", defaultValue = "10000")
    long personMegabytes;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_UPLOAD_TOTAL_MEGABYTES", defaultValue = "200000")
    long totalMegabytes;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        positive("KNUTPUNKT_UPLOAD_FORM_MEGABYTES", formMegabytes);
        positive("KNUTPUNKT_UPLOAD_PERSON_MEGABYTES", personMegabytes);
        positive("KNUTPUNKT_UPLOAD_TOTAL_MEGABYTES", totalMegabytes);
    }

    private static void positive(String name, long value) {
        if (value < 1 || value > Long.MAX_VALUE / MEGABYTE) {
            throw new IllegalArgumentException(name + " is not a number of megabytes");
        }
    }

    long ofForm() {
        return formMegabytes * MEGABYTE;
    }

    long ofPerson() {
        return personMegabytes * MEGABYTE;
    }

    long total() {
        return totalMegabytes * MEGABYTE;
    }
}
