package se.knutpunkt.eforms.fill;

import java.util.List;
import se.knutpunkt.eforms.change.Difference;
import se.knutpunkt.eforms.definition.FormVersion;

/**
 * What moving a draft to the newest version of its form would do, in one language.
 *
 * @param form the version that the draft is bound to
 * @param newest the version that it would be moved to
 * @param standing what has come after the draft's version
 * @param difference what differs between the two
 * @param kept the answers that come along
 * @param unfit the answers that do not, or not as they are
 * @param needsLogin true when the newest wants a person and the draft has none: whoever moves it logs in first
 * @param losesOwner true when the newest is sent without identity: the draft then leaves Mina sidor
 */
public record MoveView(
        FormVersion form,
        FormVersion newest,
        DraftStanding standing,
        Difference difference,
        List<AnswerRow> kept,
        List<Unfit> unfit,
        boolean needsLogin,
        boolean losesOwner) {

    public MoveView {
        kept = List.copyOf(kept);
        unfit = List.copyOf(unfit);
    }

    /**
     * An answer that does not come along as it is.
     *
     * @param answer the question and the old answer, to be read and copied
     * @param why what becomes of it
     */
    public record Unfit(AnswerRow answer, Why why) {}

    /** What becomes of an answer. */
    public enum Why {
        /** The question is gone: the answer is let go of. */
        GONE,
        /** The question is answered in another way: the answer is let go of. */
        OTHER_KIND,
        /** What was chosen can't be chosen any more: the rest is kept. */
        OPTION_GONE,
        /** The words that were agreed to are others now: it has to be agreed to anew. */
        OTHER_WORDS,
        /** It comes along, but has to be changed. */
        TO_MEND,
        /** It comes along, but the question is not asked with the answers as they are. */
        NOT_ASKED
    }
}
