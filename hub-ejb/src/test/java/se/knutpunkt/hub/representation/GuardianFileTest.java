package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    @ParameterizedTest
    @ValueSource(strings = {"AV", "UV", "AS", "OB", "TA", "AN", "FI", "", "XX"})
    void endsWhatADeregisteredPersonsRelativesStillHave(String code) {
        String stillThere = child(relation("", MOTHER, "V", "")) + record(MOTHER, "N", deregistered(code, ""));
        assertThat(read(stillThere).links()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GN", "GS"})
    void followsTheReferenceOfAReplacedNumber(String code) {
        String renumbered = record(FATHER, "N", deregistered(code, MOTHER), relation("", CHILD, "VF", ""))
                + record(MOTHER, "N")
                + child(relation("", FATHER, "V", deregistered(code, "")));
        GuardianFile.Content content = read(renumbered);
        assertThat(content.links()).extracting(GuardianFile.Link::pair).containsExactly(pair(MOTHER));
        assertThat(content.persons()).extracting(GuardianFile.Person::number).doesNotContain(number(FATHER));
        assertThat(content.successors()).containsEntry(number(FATHER), number(MOTHER));
        assertThat(content.about(number(FATHER), Instant.EPOCH))
                .hasValueSatisfying(
                        answer -> assertThat(answer.person().number()).isEqualTo(number(MOTHER)));
    }

    @Test
    void closesARelationByAReplacedNumberWhoseSuccessorNobodyTells() {
        assertThat(read(child(relation("", FATHER, "V", deregistered("GN", ""))))
                        .links())
                .isEmpty();
    }

    @Test
    void isNotCaughtInARingOfReferences() {
        String ring = record(FATHER, "N", deregistered("GN", MOTHER)) + record(MOTHER, "N", deregistered("GN", FATHER));
        assertThat(read(ring + child(relation("", MOTHER, "V", ""))).persons()).hasSize(1);
    }

    @Test
    void takesProtectedRegistrationForAMarkToo() {
        String registered = record(CHILD, "N")
                .replace("<Personpost>", "<SkyddadFolkbokforing>J</SkyddadFolkbokforing><Personpost>");
        assertThat(read(registered).persons()).singleElement().matches(GuardianFile.Person::protectedIdentity);
        assertThat(read(registered.replace(">J<", ">N<")).persons())
                .singleElement()
                .matches(person -> !person.protectedIdentity());
        assertThat(read(record(CHILD, "")).persons())
                .singleElement()
                .matches(GuardianFile.Person::protectedIdentity, "in doubt protected");
    }

    @Test
    void letsAnEndedRelationOutweighAStandingOneOfTheOtherRecord() {
        String both = child(relation("AV", MOTHER, "V", "")) + record(MOTHER, "N", relation("", CHILD, "VF", ""));
        assertThat(read(both).links()).isEmpty();
    }

    @Test
    void believesTheChildsOwnRecordAndNotAnAdultsOlderOne() {
        String gone = child() + record(MOTHER, "N", relation("", CHILD, "VF", ""));
        assertThat(read(gone).links()).isEmpty();
        assertThat(read(record(MOTHER, "N", relation("", CHILD, "VF", ""))).links())
                .as("without the child's record the adult's is all there is")
                .hasSize(1);
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
        return new GuardianFile.Pair(number(guardian), number(CHILD));
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, TODAY);
    }

    private static String deregistered(String code, String successor) {
        return "<Avregistrering><AvregistreringsorsakKod>%s</AvregistreringsorsakKod></Avregistrering>".formatted(code)
                + (successor.isEmpty() ? "" : "<HanvisningsPersonNr>%s</HanvisningsPersonNr>".formatted(successor));
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
