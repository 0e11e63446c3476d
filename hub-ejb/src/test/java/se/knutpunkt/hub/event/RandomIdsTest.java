package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomIdsTest {
    @Test
    void leavesOutAWholeUuidWhateverDigitsItHolds() {
        assertThat(RandomIds.without("3b2f7c1a-9d4e-4f6b-8a21-196006172818")).isBlank();
        assertThat(RandomIds.without("urn:uuid:3B2F7C1A-9D4E-4F6B-8A21-196006172818/2"))
                .isEqualTo("urn:uuid: /2");
    }

    @Test
    void leavesWhatIsNoWholeUuid() {
        for (String text : new String[] {
            "196006172818",
            "19600617-2818",
            "3b2f7c1a-9d4e-4f6b-8a21-1960061728181",
            "x3b2f7c1a-9d4e-4f6b-8a21-196006172818",
            "3b2f7c1a-9d4e-4f6b-196006172818"
        }) {
            assertThat(RandomIds.without(text)).isEqualTo(text);
        }
    }
}
