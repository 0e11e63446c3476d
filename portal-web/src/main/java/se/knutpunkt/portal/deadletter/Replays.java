package se.knutpunkt.portal.deadletter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.LetterAttempt;
import se.knutpunkt.hub.deadletter.LetterClaim;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.portal.api.EventReplay;

/** Replays one letter: claimed first, so that of two hands at once one does it. */
@ApplicationScoped
class Replays {
    @EJB
    DeadLetters letters;

    @EJB
    SourceSystems systems;

    @EJB
    SourceRegister register;

    @Inject
    EventReplay door;

    /** How it went; the value of {@code klart} in the page's address. */
    enum End {
        /** The event is kept by this. */
        TAKEN("sant"),
        /** The same event had been kept before. */
        KNOWN("fanns"),
        /** Refused again; the letter tells why. */
        REFUSED("igen"),
        /** It does not wait, or somebody else is at it. */
        BUSY("upptagen"),
        /** Its source is closed. */
        CLOSED("stangt");

        private final String code;

        End(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** @param edited the changed text; null for the document as it was sent */
    End replay(long id, @Nullable String edited, StaffId by) {
        Optional<LetterClaim> claimed = letters.claim(id);
        if (claimed.isEmpty()) {
            if (edited != null) {
                letters.keepDraft(id, edited);
            }
            return End.BUSY;
        }
        LetterClaim claim = claimed.get();
        String changed = isChanged(claim, edited) ? edited : null;
        boolean settled = false;
        try {
            Optional<SourceSystem> source = inUse(claim.source());
            if (source.isEmpty()) {
                return End.CLOSED;
            }
            LetterAttempt attempt = door.replay(source.get(), changed == null ? claim.document() : changed);
            if (changed != null) {
                attempt = attempt.of(changed);
            }
            settled = letters.settle(claim, attempt, by);
            if (attempt.taken() == null) {
                return End.REFUSED;
            }
            return attempt.taken().repeated() ? End.KNOWN : End.TAKEN;
        } finally {
            if (!settled && !letters.release(claim, changed) && changed != null) {
                letters.keepDraft(id, changed);
            }
        }
    }

    /** A document that is not the whole of what was sent counts as changed by whoever sends it on. */
    private static boolean isChanged(LetterClaim claim, @Nullable String edited) {
        return edited != null
                && (claim.partial()
                        || !edited.strip()
                                .equals(EventReplay.pretty(claim.document()).strip()));
    }

    /** The source as it may signal now; empty when it is closed. */
    Optional<SourceSystem> inUse(String code) {
        return register.find(code).filter(source -> source.closed() == null).flatMap(source -> systems.find(code));
    }
}
