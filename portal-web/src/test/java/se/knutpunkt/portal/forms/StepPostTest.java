package se.knutpunkt.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.portal.forms.StepPost.Wish;

class StepPostTest {
    private static final Map<String, List<String>> TYPED = Map.of("plats", List.of("Vid bron"));

    @Test
    void keepsOurOwnNamesOutOfTheAnswers() {
        StepPost post = StepPost.of(Map.of("plats", List.of("Vid bron"), "_token", List.of("x")));

        assertThat(post.answers()).isEqualTo(TYPED);
    }

    @Test
    void goesOnWhenNoButtonOfItsOwnIsPressed() {
        StepPost post = StepPost.of(TYPED);

        assertThat(post.wish()).isEqualTo(Wish.CONTINUE);
        assertThat(post.input("var")).isEqualTo(new PageInput("var", TYPED, false));
    }

    @Test
    void asksNothingToBeCompleteOfWhoLeaves() {
        StepPost post = StepPost.of(Map.of("_spara", List.of("1")));

        assertThat(post.wish()).isEqualTo(Wish.LEAVE);
        assertThat(post.input("var").leave()).isTrue();
    }

    @Test
    void staysToUploadToRemoveAndToShowWhatOpened() {
        for (String button : List.of("_ladda", "_tabort", "_visa")) {
            StepPost post = StepPost.of(Map.of(button, List.of("7")));

            assertThat(post.wish()).as(button).isEqualTo(Wish.STAY);
            assertThat(post.input("var").leave()).as(button).isTrue();
        }
    }

    @Test
    void knowsWhichFileToRemove() {
        assertThat(StepPost.of(Map.of("_tabort", List.of("7"))).removedFile()).contains("7");
        assertThat(StepPost.of(TYPED).removedFile()).isEmpty();
    }

    @Test
    void comesBackToTheFieldWhoseFileWasRefused() {
        assertThat(StepPost.of(TYPED).stay("/e-tjanster/a/b/c", "bilder")).isEqualTo("/e-tjanster/a/b/c#f-bilder");
        assertThat(StepPost.of(Map.of("_granska", List.of("1"))).stay("/e-tjanster/a/b/c", "bilder"))
                .isEqualTo("/e-tjanster/a/b/c?fran=granska#f-bilder");
    }
}
