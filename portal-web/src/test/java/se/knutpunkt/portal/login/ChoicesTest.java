package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.portal.login.saml.Errand;
import se.knutpunkt.portal.login.saml.ServiceProvider.Choice;
import se.knutpunkt.portal.login.saml.UserMessage;
import se.knutpunkt.portal.login.saml.Words;
import se.knutpunkt.portal.page.Language;

class ChoicesTest {
    private static final List<Choice> FEW = List.of(
            choice("Österlegg", "East ID", "", ""),
            choice("Ålegg", "Eel ID", "", ""),
            choice("Zonlegg", "Zone ID", "", ""),
            choice("Ängslegg", "Meadow ID", "Med kort i datorn.", "kort skatteverket"));
    private static final List<Choice> MANY = Stream.concat(
                    FEW.stream(), IntStream.range(0, 5).mapToObj(i -> choice("Legg " + i, "Leg " + i, "", "")))
            .toList();

    @Test
    void standInTheOrderOfTheLanguagesAlphabet() {
        assertThat(names(page(FEW, Language.SWEDISH, ""))).containsExactly("Zonlegg", "Ålegg", "Ängslegg", "Österlegg");
        assertThat(names(page(FEW, Language.ENGLISH, ""))).containsExactly("East ID", "Eel ID", "Meadow ID", "Zone ID");
    }

    @Test
    void canBeSearchedWhenTheyAreMoreThanEight() {
        assertThat(page(MANY.subList(0, 8), Language.SWEDISH, "").searchable()).isFalse();
        assertThat(page(MANY, Language.SWEDISH, "").searchable()).isTrue();
        assertThat(page(MANY.subList(0, 8), Language.SWEDISH, "nothing").links())
                .as("a query in an old link hides nothing where there is no box to clear")
                .hasSize(8);
    }

    @Test
    void areFoundByNameKeywordAndDescriptionInEitherLanguage() {
        assertThat(names(page(MANY, Language.SWEDISH, "zon"))).containsExactly("Zonlegg");
        assertThat(names(page(MANY, Language.SWEDISH, "SKATTEV"))).containsExactly("Ängslegg");
        assertThat(names(page(MANY, Language.SWEDISH, "dator"))).containsExactly("Ängslegg");
        assertThat(names(page(MANY, Language.SWEDISH, "meadow"))).containsExactly("Ängslegg");
        assertThat(names(page(MANY, Language.SWEDISH, "osterl"))).containsExactly("Österlegg");
        assertThat(names(page(MANY, Language.SWEDISH, "kort angs"))).containsExactly("Ängslegg");
        assertThat(names(page(MANY, Language.SWEDISH, "kort zon"))).isEmpty();
    }

    @Test
    void haveTheLastOneFirstAndOnlyThere() {
        Choice last = FEW.get(2);
        Optional<String> key = Optional.of(RememberedChoice.key(last.entityId()));
        ChoicePage page = ChoicePage.of(new Choices(MANY, Language.SWEDISH), key, "", errand("/mina-sidor"), "");

        assertThat(page.last().name()).isEqualTo("Zonlegg");
        assertThat(names(page)).hasSize(8).doesNotContain("Zonlegg");
        ChoicePage found = ChoicePage.of(new Choices(MANY, Language.SWEDISH), key, "zon", errand("/mina-sidor"), "");
        assertThat(found.last()).isNull();
        assertThat(names(found)).containsExactly("Zonlegg");
    }

    @Test
    void haveTheMunicipalitysOwnApart() {
        Choice own = new Choice(
                "https://adfs.example", new Words("Kommunen", "", ""), new Words("Municipality", "", ""), false, true);
        List<Choice> all = Stream.concat(FEW.stream(), Stream.of(own)).toList();

        ChoicePage page = page(all, Language.SWEDISH, "");

        assertThat(names(page)).hasSize(4).doesNotContain("Kommunen");
        assertThat(page.staff()).extracting(ChoicePage.Link::name).containsExactly("Kommunen");
        assertThat(page.found()).isEqualTo(5);
    }

    @Test
    void forgetTheLastOneWhenItIsNoLongerOffered() {
        Optional<String> gone = Optional.of(RememberedChoice.key("https://gone.example"));

        assertThat(ChoicePage.of(new Choices(FEW, Language.SWEDISH), gone, "", errand("/"), "")
                        .last())
                .isNull();
    }

    @Test
    void leadOnWithWhereThePersonWasGoing() {
        ChoicePage page =
                ChoicePage.of(new Choices(FEW, Language.SWEDISH), Optional.empty(), "", errand("/a?b=1&c=2"), "1");

        assertThat(page.links().get(0).address())
                .isEqualTo("/logga-in?till=%2Fa%3Fb%3D1%26c%3D2&niva=loa4&via=https%3A%2F%2FZonlegg.example");
        assertThat(page.everything()).isEqualTo("/logga-in?till=%2Fa%3Fb%3D1%26c%3D2&niva=loa4&igen=1");
    }

    @Test
    void rememberAShortHashForAYearOnTheLogInPageAlone() {
        Cookie cookie = RememberedChoice.cookie("https://a.example");

        assertThat(cookie.getName()).isEqualTo("eid");
        assertThat(cookie.getValue())
                .isEqualTo(RememberedChoice.key("https://a.example"))
                .matches("[A-Za-z0-9_-]{16}")
                .isNotEqualTo(RememberedChoice.key("https://b.example"));
        assertThat(cookie.getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/logga-in");
    }

    private static ChoicePage page(List<Choice> choices, Language language, String query) {
        return ChoicePage.of(new Choices(choices, language), Optional.empty(), query, errand("/mina-sidor"), "");
    }

    private static Errand errand(String till) {
        return new Errand(till, AssuranceLevel.LOA4, new UserMessage("", ""));
    }

    private static List<String> names(ChoicePage page) {
        return page.links().stream().map(ChoicePage.Link::name).toList();
    }

    private static Choice choice(String sv, String en, String description, String keywords) {
        return new Choice(
                "https://" + sv + ".example",
                new Words(sv, description, keywords),
                new Words(en, "", ""),
                false,
                false);
    }
}
