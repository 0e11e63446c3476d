package se.knutpunkt.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.field.Control;
import se.knutpunkt.eforms.fill.DraftStanding;
import se.knutpunkt.eforms.fill.FieldView;
import se.knutpunkt.eforms.fill.StepView;
import se.knutpunkt.portal.forms.ServicePage.Begin;
import se.knutpunkt.portal.page.Language;

class StepPageTest {

    @Test
    void saysOnTheFirstStepThatNothingIsSavedYet() {
        assertThat(StepPage.savedLine(step(1, "Kontakt"), Language.SWEDISH, false))
                .isEqualTo("Det du skriver sparas när du går vidare. Nästa steg: Kontakt");
    }

    @Test
    void saysWhichStepsAreSaved() {
        assertThat(StepPage.savedLine(step(2, "Kontakt"), Language.SWEDISH, false))
                .startsWith("Det du skrev i steg 1 är sparat.");
        assertThat(StepPage.savedLine(step(4, "Kontakt"), Language.SWEDISH, false))
                .startsWith("Det du skrev i steg 1 till 3 är sparat.");
    }

    @Test
    void saysThatTheReviewComesAfterTheLastStepAndAfterAChange() {
        String review = "Sedan granskar du svaren innan du skickar.";

        assertThat(StepPage.savedLine(step(2, null), Language.SWEDISH, false)).endsWith(review);
        assertThat(StepPage.savedLine(step(2, "Kontakt"), Language.SWEDISH, true))
                .endsWith(review);
    }

    @Test
    void describesAFieldByTheNotesThatStandOnThePage() {
        assertThat(FieldNotes.describedBy(field("", ""))).isEmpty();
        assertThat(FieldNotes.describedBy(field("Hjälp", ""))).isEqualTo("h-plats");
        assertThat(FieldNotes.describedBy(field("Hjälp", "Fel"))).isEqualTo("h-plats e-plats");
    }

    @Test
    void offersToBeginAsTheFormAllowsAndTheVisitorIsKnown() {
        assertThat(Begin.of(Submitters.ANONYMOUS, ServicePage.Known.WELL)).isEqualTo(Begin.ANONYMOUS);
        assertThat(Begin.of(Submitters.EID_REQUIRED, ServicePage.Known.NOT)).isEqualTo(Begin.LOGIN_FIRST);
        assertThat(Begin.of(Submitters.EID_REQUIRED, ServicePage.Known.WELL)).isEqualTo(Begin.PERSON);
        assertThat(Begin.of(Submitters.BOTH, ServicePage.Known.NOT)).isEqualTo(Begin.LOGIN_OR_ANONYMOUS);
        assertThat(Begin.of(Submitters.BOTH, ServicePage.Known.WELL)).isEqualTo(Begin.PERSON_OR_ANONYMOUS);
    }

    private static StepView step(int number, @Nullable String next) {
        return new StepView(
                "Anmäl",
                "anmal",
                "vad",
                "Vad?",
                "",
                number,
                4,
                next,
                null,
                List.of(),
                List.of(),
                Instant.parse("2026-12-14T12:00:00Z"),
                DraftStanding.CURRENT);
    }

    private static FieldView field(String help, String error) {
        return new FieldView(
                "plats", "text", "Plats", "", help, true, error, List.of(), Control.PLAIN, false, List.of(), List.of());
    }
}
