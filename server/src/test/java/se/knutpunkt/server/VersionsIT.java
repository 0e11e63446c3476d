package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.DraftStanding;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.LoginRequired;
import se.knutpunkt.eforms.fill.MoveView;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.fill.VersionEnded;
import se.knutpunkt.eforms.fill.VersionIsNewest;
import se.knutpunkt.eforms.submission.NotComplete;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;

/** Begun forms while their form changes, in the container and on the real database. */
class VersionsIT extends ContainerTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Filler NOBODY = Filler.anonymous();
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    private static final String FIRST = """
            {"format":1,"slug":"%s","title":{"sv":"Anmäl en trasig lampa"},"description":{"sv":"Ett formulär."},
             "category":"trafik-och-gator","caseType":"NED","submitters":"both",
             "intro":{"timeNeeded":{"sv":"En minut"},"whatHappensNext":{"sv":"Vi lagar den."}},
             "privacy":{"responsible":{"sv":"a"},"purpose":{"sv":"b"},"legalGround":{"sv":"c"},
                        "retention":{"sv":"d"},"contact":{"sv":"e"}},
             "pages":[
              {"id":"lampan","title":{"sv":"Lampan"},"fields":[
                {"id":"plats","type":"text","label":{"sv":"Plats"},"required":true,"limits":{"maxLength":50}},
                {"id":"fel","type":"choice","label":{"sv":"Fel"},"required":true,"options":[
                  {"value":"slackt","label":{"sv":"Släckt"}},{"value":"blinkar","label":{"sv":"Blinkar"}},
                  {"value":"annat","label":{"sv":"Annat"}}]},
                {"id":"bild","type":"file","label":{"sv":"Bild"}}]},
              {"id":"ovrigt","title":{"sv":"Övrigt"},"fields":[
                {"id":"mer","type":"longtext","label":{"sv":"Mer"}}]}]}
            """;

    @EJB
    Forms forms;

    @EJB
    Drafts drafts;

    @EJB
    Submissions submissions;

    @EJB
    Parties parties;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Fifty drafts in five ways of going on, through a harmless and a breaking version. */
    @Test
    void fiftyDraftsLiveThroughAHarmlessAndABreakingVersion() {
        String first = FIRST.formatted("lampan-femtio");
        String harmless = harmless(first);
        String breaking = breaking(harmless);
        publish(first);
        List<DraftRef> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(begin("lampan-femtio", i));
        }
        assertThat(drafts.countOpen("lampan-femtio")).isEqualTo(50);
        assertThat(standing(all.get(0))).isEqualTo(DraftStanding.CURRENT);

        FormVersion second = publish(harmless);

        assertThat(second.breaking()).isFalse();
        for (int i = 0; i < 50; i++) {
            DraftStanding standing = standing(all.get(i));
            assertThat(standing.outdated()).isTrue();
            assertThat(standing.breaking() || standing.ended()).isFalse();
            switch (i % 5) {
                case 0 -> send(all.get(i));
                case 1 -> {
                    MoveView move = drafts.moving(all.get(i), NOBODY, SWEDISH);
                    assertThat(move.unfit()).isEmpty();
                    assertThat(drafts.move(all.get(i), NOBODY, second.id())).isTrue();
                    // complete before, complete after: nothing to do but to send
                    send(all.get(i));
                }
                case 2 ->
                    assertThat(drafts.move(all.get(i), NOBODY, second.id())).isTrue();
                default -> {
                    // stays
                }
            }
        }

        FormVersion third = publish(breaking);

        LocalDate today = SwedishTime.today(clock);
        assertThat(third.breaking()).isTrue();
        assertThat(third.oldDraftsUntil()).isEqualTo(today.plusDays(30));
        for (int i = 0; i < 50; i++) {
            if (i % 5 >= 2) {
                assertThat(standing(all.get(i)).last()).contains(today.plusDays(30));
                assertThat(standing(all.get(i)).ended()).isFalse();
            }
            if (i % 5 == 3) {
                send(all.get(i));
            }
        }
        database.update("UPDATE form_version SET old_drafts_until = ? WHERE id = ?", today.minusDays(1), third.id());
        for (int i = 0; i < 50; i++) {
            if (i % 5 == 2 || i % 5 == 4) {
                endsOnTheNewVersion(all.get(i), i % 5 == 4, third);
            }
        }

        for (DraftRef ref : all) {
            assertThat(submissions.receipt(ref, NOBODY)).isPresent();
        }
        assertThat(drafts.countOpen("lampan-femtio")).isZero();
    }

    private void endsOnTheNewVersion(DraftRef ref, boolean withFile, FormVersion third) {
        assertThat(standing(ref).ended()).isTrue();
        assertThat(drafts.step(ref, NOBODY, "lampan", SWEDISH).fields().get(0).value())
                .startsWith("Vid ån");
        if (withFile) {
            assertThatThrownBy(() -> submissions.submit(ref, NOBODY, SWEDISH)).isInstanceOf(VersionEnded.class);
        }
        MoveView move = drafts.moving(ref, NOBODY, SWEDISH);
        assertThat(move.unfit()).singleElement().satisfies(unfit -> {
            assertThat(unfit.why()).isEqualTo(MoveView.Why.OPTION_GONE);
            assertThat(unfit.answer().text()).isEqualTo("Annat");
        });

        assertThat(drafts.move(ref, NOBODY, third.id())).isTrue();

        assertThatThrownBy(() -> drafts.moving(ref, NOBODY, SWEDISH)).isInstanceOf(VersionIsNewest.class);
        assertThatThrownBy(() -> submissions.submit(ref, NOBODY, SWEDISH)).isInstanceOf(NotComplete.class);
        var step = drafts.step(ref, NOBODY, "lampan", SWEDISH);
        assertThat(step.fields().get(0).value()).startsWith("Vid ån");
        assertThat(step.fields().get(3).files()).hasSize(withFile ? 1 : 0);
        String place = step.fields().get(0).value();
        save(ref, "lampan", "plats", place, "fel", "slackt", "telefon", "0701740605");
        save(ref, "ovrigt", "mer", "");
        send(ref);
    }

    @Test
    void anotherVersionThanTheOneShownIsNotMovedTo() {
        String first = FIRST.formatted("lampan-mellan");
        publish(first);
        DraftRef ref = begin("lampan-mellan", 0);
        FormVersion second = publish(harmless(first));
        publish(harmless(first).replace("Vi lagar den.", "Vi lagar den snart."));

        assertThat(drafts.move(ref, NOBODY, second.id())).isFalse();
        assertThat(standing(ref).outdated()).isTrue();
    }

    /** The day that is told first holds, whatever is published after. */
    @Test
    void theEditorsDayHoldsAndIsOnlyProlonged() {
        String first = FIRST.formatted("lampan-dag");
        publish(first);
        DraftRef ref = begin("lampan-dag", 0);
        LocalDate today = SwedishTime.today(clock);
        long second = imported(breaking(harmless(first)));
        assertThatThrownBy(() -> forms.publish(second, today)).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forms.publish(second, today.plusYears(1).plusDays(1)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(forms.version(second).published()).isNull();

        forms.publish(second, today.plusDays(1));
        forms.publish(imported(first), null);

        assertThat(standing(ref).last()).contains(today.plusDays(1));
        assertThat(forms.prolong(second, today.plusDays(1))).isFalse();
        assertThat(forms.prolong(second, today.plusDays(9))).isTrue();
        assertThat(standing(ref).last()).contains(today.plusDays(9));
        assertThat(forms.prolong(second, null)).isTrue();
        assertThat(forms.prolong(second, today.plusDays(20))).isFalse();
        assertThat(standing(ref)).satisfies(standing -> {
            assertThat(standing.last()).isEmpty();
            assertThat(standing.breaking()).isTrue();
            assertThat(standing.ended()).isFalse();
        });
        send(ref);
    }

    @Test
    void aDraftWithoutLoginBecomesThePersonsWhenTheNewVersionWantsOne() {
        String first = FIRST.formatted("lampan-person");
        publish(first);
        DraftRef ref = begin("lampan-person", 0);
        FormVersion second = publish(first.replace("\"submitters\":\"both\"", "\"submitters\":\"eid\""));
        PartyId party = parties.register(IdentityNumber.person("198003202390", LocalDate.now(clock)));
        Filler person = Filler.person(party, AssuranceLevel.LOA3);

        assertThat(drafts.moving(ref, NOBODY, SWEDISH).needsLogin()).isTrue();
        assertThatThrownBy(() -> drafts.move(ref, NOBODY, second.id())).isInstanceOf(LoginRequired.class);
        assertThat(drafts.move(ref, person, second.id())).isTrue();

        assertThat(drafts.own(party, SWEDISH)).extracting("ref").contains(ref);
        assertThat(submissions.submit(ref, person, SWEDISH).caseNumber()).startsWith("NED");
    }

    /** What a citizen's page asks of later versions is found by keys, however many forms and drafts there are. */
    @Test
    void laterVersionsAreFoundByTheirKeys() {
        String plan = database.query(
                        "EXPLAIN SELECT later.id FROM form_version own JOIN form_version later"
                                + " ON later.form_id = own.form_id AND later.number > own.number"
                                + " WHERE own.id = 1 AND later.published_at IS NOT NULL ORDER BY later.number",
                        row -> row.textOrNull("key") + " ")
                .toString();

        assertThat(plan).doesNotContain("null");
    }

    private static String harmless(String form) {
        return form.replace("\"maxLength\":50", "\"maxLength\":80")
                .replace(
                        "{\"id\":\"mer\"",
                        "{\"id\":\"nar\",\"type\":\"text\",\"label\":{\"sv\":\"När\"}},{\"id\":\"mer\"");
    }

    private static String breaking(String form) {
        return form.replace(
                        "{\"value\":\"blinkar\",\"label\":{\"sv\":\"Blinkar\"}},",
                        "{\"value\":\"blinkar\",\"label\":{\"sv\":\"Blinkar\"}}")
                .replace("{\"value\":\"annat\",\"label\":{\"sv\":\"Annat\"}}", "")
                .replace(
                        "{\"id\":\"bild\"",
                        "{\"id\":\"telefon\",\"type\":\"phone\",\"label\":{\"sv\":\"Telefon\"},\"required\":true},{\"id\":\"bild\"");
    }

    private FormVersion publish(String definition) {
        return forms.publish(imported(definition));
    }

    private long imported(String definition) {
        var result = forms.importDraft(definition.getBytes(StandardCharsets.UTF_8));
        assertThat(result.problems()).isEmpty();
        return result.version().orElseThrow();
    }

    /** The second of five is half filled in; the fourth and fifth chose what goes away; the fifth has a file. */
    private DraftRef begin(String slug, int number) {
        DraftRef ref = drafts.start(slug, NOBODY);
        int way = number % 5;
        if (way == 4) {
            drafts.addFile(ref, NOBODY, new Drafts.UploadedFile("bild", "lampa.png", new ByteArrayInputStream(PNG)));
        }
        save(ref, "lampan", "plats", "Vid ån, nummer " + number, "fel", way == 0 || way == 1 ? "slackt" : "annat");
        if (way != 2) {
            save(ref, "ovrigt", "mer", "Den har varit trasig länge.");
        }
        return ref;
    }

    private DraftStanding standing(DraftRef ref) {
        return drafts.open(ref, NOBODY, SWEDISH).standing();
    }

    private void send(DraftRef ref) {
        assertThat(submissions.submit(ref, NOBODY, SWEDISH).caseNumber()).startsWith("NED");
    }

    private void save(DraftRef ref, String page, String... namesAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        drafts.save(ref, NOBODY, new PageInput(page, values, false));
    }
}
