package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.party.IdentityNumber;

class GuardianFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CHILD = "201410092389";
    private static final String MOTHER = "198503232384";
    private static final String FATHER = "199004072394";

    @Test
    void takesTheGuardiansOfAChildsRecord() {
        GuardianFile.Content content = read(child(relation("", MOTHER, "V", ""), relation("", FATHER, "FA", "")));
        assertThat(content.links())
                .containsExactly(new GuardianFile.Link(pair(MOTHER), LocalDate.of(2014, 10, 9), null));
        assertThat(content.persons()).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("Test Barn Testsson");
            assertThat(person.protectedIdentity()).isFalse();
        });
    }

    @Test
    void takesTheChildrenOfAnAdultsRecord() {
        assertThat(read(record(MOTHER, "N", relation("", CHILD, "VF", ""))).links())
                .extracting(GuardianFile.Link::pair)
                .containsExactly(pair(MOTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AV", "AS", "IV", "AN"})
    void leavesOutARelationWhoseStatusHasEnded(String status) {
        assertThat(read(child(relation(status, FATHER, "V", ""))).links()).isEmpty();
    }

    @Test
    void leavesOutARelationAfterItsLastDay() {
        assertThat(read(child(relation("", FATHER, "V", until("20261121")))).links())
                .isEmpty();
        assertThat(read(child(relation("", FATHER, "V", until("20261122")))).links())
                .hasSize(1);
    }

    @Test
    void leavesOutADeregisteredGuardianAndADeregisteredChild() {
        String gone = "<Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering>";
        assertThat(read(child(relation("", FATHER, "V", gone))).links()).isEmpty();
        assertThat(read(child(gone, relation("", FATHER, "V", ""))).links()).isEmpty();
    }

    @Test
    void letsAnEndedRelationOutweighAStandingOneOfTheOtherRecord() {
        String both = child(relation("AV", MOTHER, "V", "")) + record(MOTHER, "N", relation("", CHILD, "VF", ""));
        assertThat(read(both).links()).isEmpty();
    }

    @Test
    void keepsTheMarkOfProtectedIdentity() {
        assertThat(read(record(MOTHER, "J")).persons()).singleElement().matches(GuardianFile.Person::protectedIdentity);
    }

    @Test
    void passesByARelationWithoutANumber() {
        String born = "<Relation><RelationId><FodelsetidNr>198503230000</FodelsetidNr></RelationId>"
                + "<Relationstyp>V</Relationstyp></Relation>";
        assertThat(read(child(born)).links()).isEmpty();
    }

    @Test
    void refusesWhatIsNotWellFormedAndWhatBringsADoctype() {
        assertThatThrownBy(() -> parse("<a><b></a>")).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> read(record("201410092380", "N"))).isInstanceOf(ImportRefused.class);
    }

    private static GuardianFile.Pair pair(String guardian) {
        return new GuardianFile.Pair(IdentityNumber.person(guardian, TODAY), IdentityNumber.person(CHILD, TODAY));
    }

    private static String child(String... parts) {
        return record(CHILD, "N", parts);
    }

    private static String record(String number, String mark, String... parts) {
        StringBuilder relations = new StringBuilder();
        String own = "";
        for (String part : parts) {
            if (part.startsWith("<Avregistrering>")) {
                own = part;
            } else {
                relations.append(part);
            }
        }
        return "<Folkbokforingspost><Sekretessmarkering>%s</Sekretessmarkering><Personpost>".formatted(mark)
                + "<PersonId><PersonNr>%s</PersonNr></PersonId>%s".formatted(number, own)
                + "<Namn><Fornamn>Test Barn</Fornamn><Efternamn>Testsson</Efternamn></Namn>"
                + "<Relationer>%s</Relationer></Personpost></Folkbokforingspost>".formatted(relations);
    }

    private static String relation(String status, String number, String type, String more) {
        return "<Relation%s><RelationId><PersonNr>%s</PersonNr></RelationId><Relationstyp>%s</Relationstyp>"
                        .formatted(status.isEmpty() ? "" : " status=\"" + status + "\"", number, type)
                + "<RelationFromdatum>20141009</RelationFromdatum>" + more + "</Relation>";
    }

    private static String until(String date) {
        return "<RelationTomdatum>" + date + "</RelationTomdatum>";
    }

    private static GuardianFile.Content read(String records) {
        return parse("<Navetavisering><Folkbokforingsposter>" + records + "</Folkbokforingsposter></Navetavisering>");
    }

    private static GuardianFile.Content parse(String xml) {
        return GuardianFile.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), TODAY);
    }
}
