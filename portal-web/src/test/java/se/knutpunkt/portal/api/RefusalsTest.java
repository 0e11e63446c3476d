package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.event.EventRefused;

class RefusalsTest {

    private final EventRefused unknown =
            new EventRefused(EventRefused.Reason.INVALID, "The authority is not registered", "/sekretess/myndighet");

    @Test
    void tellsThePlaceTheHubFoundWrongInTheWordsOfEachDoor() {
        assertThat(Refusals.problem(unknown, "").errors())
                .containsExactly(new Fault("/data/sekretess/myndighet", "The authority is not registered."));
        assertThat(Refusals.problem(unknown, "/data").errors())
                .containsExactly(new Fault("/sekretess/myndighet", "The authority is not registered."));
    }

    @Test
    void hasNoPlaceForWhatIsWrongWithTheWhole() {
        EventRefused whole = new EventRefused(EventRefused.Reason.INVALID, "rubrik is empty");
        assertThat(Refusals.problem(whole, "").errors()).isEmpty();
        assertThat(Refusals.problem(whole, "").detail()).isEqualTo("rubrik is empty.");
    }
}
