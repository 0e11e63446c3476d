package se.knutpunkt.hub.disclosure;

import se.knutpunkt.hub.party.PartyId;

/** Who asks. */
public sealed interface Viewer {

    /** How the access log names the viewer; an id, never a name or number. */
    String logName();

    /** A logged-in person. */
    record Citizen(PartyId party) implements Viewer {
        @Override
        public String logName() {
            return "party:" + party.value();
        }
    }

    /** Someone at work, by the id of the staff register. */
    record Staff(String staffId) implements Viewer {
        @Override
        public String logName() {
            return "staff:" + staffId;
        }
    }

    /** A source system, by its code. */
    record Source(String code) implements Viewer {
        @Override
        public String logName() {
            return "source:" + code;
        }
    }

    /** Nobody known. */
    record Anonymous() implements Viewer {
        @Override
        public String logName() {
            return "anonymous";
        }
    }
}
