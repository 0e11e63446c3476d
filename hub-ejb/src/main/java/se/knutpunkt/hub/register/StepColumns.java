package se.knutpunkt.hub.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** A process step as stored; its position is the collection's order column. */
@Embeddable
class StepColumns {

    private String code = "";

    @Embedded
    private NameColumns name = new NameColumns();

    private boolean signals;

    @Column(name = "diary_event")
    private boolean diaryEvent;

    /** For the persistence provider. */
    protected StepColumns() {}

    StepColumns(ProcessStep step) {
        code = step.code();
        name = new NameColumns(step.name());
        signals = step.signals();
        diaryEvent = step.diaryEvent();
    }

    ProcessStep step() {
        return new ProcessStep(code, name.name(), signals, diaryEvent);
    }
}
