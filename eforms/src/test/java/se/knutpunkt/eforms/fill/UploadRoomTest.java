package se.knutpunkt.eforms.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.hub.party.PartyId;

/** Both sides of each limit, with its own words. */
@SuppressWarnings("UnnecessaryAssignment") // no container gives what is injected
class UploadRoomTest {

    private static final long MEGABYTE = 1_000_000;

    private final UploadRoom room = new UploadRoom();
    private long ofDraft;
    private long ofPerson;
    private long all;

    UploadRoomTest() {
        room.settings = new UploadSettings();
        room.settings.formMegabytes = 10;
        room.settings.personMegabytes = 20;
        room.settings.totalMegabytes = 30;
        room.rows = new DraftFileTable() {
            @Override
            long bytesOf(DraftRow draft) {
                return ofDraft;
            }

            @Override
            long bytesOf(PartyId owner) {
                return ofPerson;
            }

            @Override
            long bytes() {
                return all;
            }
        };
    }

    @Test
    void aFormHasItsRoom() {
        ofDraft = 9 * MEGABYTE;

        assertThat(refusal(null, MEGABYTE)).isNull();
        assertThat(refusal(null, MEGABYTE + 1)).contains("”film.pdf”", "högst 10 MB");
    }

    @Test
    void aPersonHasItsRoomAndAnAnonymousFormIsNobodys() {
        ofPerson = 19 * MEGABYTE;

        assertThat(refusal(new PartyId(1), MEGABYTE)).isNull();
        assertThat(refusal(new PartyId(1), MEGABYTE + 1)).contains("påbörjat", "högst 20 MB");
        assertThat(refusal(null, MEGABYTE + 1)).isNull();
    }

    @Test
    void theSystemHasItsRoom() {
        all = 29 * MEGABYTE;

        assertThat(refusal(null, MEGABYTE)).isNull();
        assertThat(refusal(null, MEGABYTE + 1)).contains("fullt hos oss", "sparat");
    }

    private @Nullable String refusal(@Nullable PartyId owner, long bytes) {
        DraftRow draft = new DraftRow(
                1,
                new DraftRef("a".repeat(32)),
                owner,
                null,
                1,
                DraftContent.EMPTY,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        FieldError error = room.refusal(draft, "film.pdf", bytes);
        return error == null ? null : error.in(Locale.forLanguageTag("sv"));
    }
}
