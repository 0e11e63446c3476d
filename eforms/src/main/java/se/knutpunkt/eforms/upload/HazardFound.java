package se.knutpunkt.eforms.upload;

/** Ends a look as soon as one thing is found: nothing more of a hostile file is read than needed. */
final class HazardFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Hazard hazard;

    HazardFound(Hazard hazard) {
        super(hazard.name(), null, false, false);
        this.hazard = hazard;
    }

    Hazard hazard() {
        return hazard;
    }
}
