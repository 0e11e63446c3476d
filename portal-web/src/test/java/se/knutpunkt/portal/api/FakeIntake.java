package se.knutpunkt.portal.api;

import java.time.Clock;
import java.util.List;
import se.knutpunkt.hub.source.SourceFigures;

/** The door for files over an intake that only remembers ids. */
public final class FakeIntake {

    private final CountingIntake intake = new CountingIntake();

    /** The id that is refused. */
    public static final String REFUSED = CountingIntake.REFUSED;

    public FakeIntake() {
        intake.keepIds = true;
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    public EventFiles files(Clock clock) {
        EventDoor door = new EventDoor();
        door.intake = intake;
        door.gate = new IntakeGate();
        door.gate.figures = new SourceFigures();
        door.refused = new RememberedRefusals();
        EventFiles files = new EventFiles();
        files.door = door;
        files.clock = clock;
        return files;
    }

    /** What was taken, in its order. */
    public List<String> ids() {
        return intake.ids;
    }

    /** Called with each group. */
    public void everyGroup(Runnable what) {
        intake.everyGroup = what;
    }
}
