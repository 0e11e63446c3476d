package se.knutpunkt.portal.handover;

import java.util.List;

/** What was sent, for a registrar. */
public record ContentView(String back, String caseNumber, String form, List<Section> sections) {

    /** A page of the form. */
    public record Section(String title, List<HandoverView.Fact> answers) {}
}
