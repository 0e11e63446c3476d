package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Optional;
import se.knutpunkt.eforms.definition.FormVersion;

/**
 * The review before sending.
 *
 * @param form the version the draft is bound to: its facts and privacy notice are shown again
 * @param caseType code of the case type that the answers lead to
 * @param sections the visible pages with their answers
 * @param standing what has come after the version that the draft is bound to
 */
public record ReviewView(FormVersion form, String caseType, List<Section> sections, DraftStanding standing) {

    public ReviewView {
        sections = List.copyOf(sections);
    }

    /** True when it can be sent as it is. */
    public boolean complete() {
        return sections.stream().allMatch(Section::complete);
    }

    /** The first page where something is missing or wrong. */
    public Optional<String> firstIncomplete() {
        return sections.stream()
                .filter(section -> !section.complete())
                .map(Section::pageId)
                .findFirst();
    }

    /**
     * One page's answers.
     *
     * @param pageId where "change" leads
     * @param title the page's heading
     * @param complete false when something on it is missing or wrong
     * @param answers the visible fields, in order
     */
    public record Section(String pageId, String title, boolean complete, List<AnswerRow> answers) {

        public Section {
            answers = List.copyOf(answers);
        }
    }
}
