package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.disclosure.StaffScope.Person;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;

/** What staff see in lists by one ground, held against the rule table by the independent oracle. */
class StaffScopeTest {
    private static final PartyId PERSON = new PartyId(2);
    private static final Map<String, TypePlace> TYPES =
            Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));

    @Property
    void aListByAGroundShowsWhatTheRuleTableSays(@ForAll long seed) {
        Random random = new Random(seed);
        List<PolicyLine> lines = Worlds.lines(random);
        Now now = new Now(new Policy(1, Worlds.TODAY, lines, TYPES), Map.copyOf(Worlds.classes(random)));
        LookGround ground = ground(random);
        StaffReader reader = reader(random.nextBoolean());
        Integer age = Worlds.age(random);
        List<Consent> consents = consents(random);
        StaffScope staff = StaffScope.of(reader, ground, PERSON, new Person(age, consents), now);

        now.classes().forEach((id, event) -> {
            Capacity capacity = plainly(ground, TYPES.get(event.caseType()));
            boolean consented = consented(consents, ground, TYPES.get(event.caseType()));
            ViewerFacts viewer = ViewerFacts.staff(reader.opensProtected(), consented);
            EventFacts facts = new EventFacts(event, About.aged(age), viewer);
            String told = capacity == Capacity.NONE
                    ? "HIDDEN"
                    : Oracle.shows(
                            Worlds.described(capacity, Purpose.YOUR_PAGES, viewer),
                            Worlds.described(facts),
                            age,
                            Worlds.described(lines),
                            Worlds.TODAY);
            Decision decision = staff.scope().decision(id);
            assertThat(decision == null ? "HIDDEN" : decision.degree().name())
                    .as("%s of %s in %s", event, ground, lines)
                    .isEqualTo(told);
            if (decision != null) {
                assertThat(staff.capacity(id)).isEqualTo(capacity);
            }
            // where somebody else is in it too, it is as if there were no consent: nothing more, and nothing less
            ViewerFacts without = ViewerFacts.staff(reader.opensProtected(), false);
            Decision beside = staff.scope().decision(id, true);
            assertThat(beside == null ? "HIDDEN" : beside.degree().name())
                    .as("%s with another of %s in %s", event, ground, lines)
                    .isEqualTo(
                            capacity == Capacity.NONE
                                    ? "HIDDEN"
                                    : Oracle.shows(
                                            Worlds.described(capacity, Purpose.YOUR_PAGES, without),
                                            Worlds.described(facts),
                                            age,
                                            Worlds.described(lines),
                                            Worlds.TODAY));
            if (beside != null && beside.degree() == Degree.FULL) {
                assertThat(decision)
                        .as("a consent is not the reason where none is needed")
                        .isEqualTo(beside);
            }
            assertThat(staff.scope().ownOnly().contains(id))
                    .as("the list leaves out what another is in alone where nothing is shown without the consent")
                    .isEqualTo(decision != null && beside == null);
        });
    }

    /** In the words of the rules: inside the boundary as what one is there, outside as a handler of another or as nobody. */
    private static Capacity plainly(LookGround look, TypePlace type) {
        Ground ground = look.boundary();
        if (ground == null) {
            return look.inside();
        }
        boolean inside = type != null
                && type.authority().equals(ground.authority())
                && (type.branch() == null
                        ? ground.branch() == null
                        : type.branch().equals(ground.branch()))
                && (ground.caseTypes().isEmpty() || ground.caseTypes().contains(type.caseType()));
        if (inside) {
            return look.inside();
        }
        return look.inside() == Capacity.HANDLER && look.outside() != Capacity.NONE
                ? Capacity.OTHER_HANDLER
                : Capacity.NONE;
    }

    private static List<Consent> consents(Random random) {
        TypePlace about = Worlds.one(random, Worlds.TYPES);
        TypePlace to = Worlds.one(random, Worlds.TYPES);
        boolean same = about.authority().equals(to.authority()) && Objects.equals(about.branch(), to.branch());
        boolean toCentre = random.nextBoolean() || same;
        Consent one = new Consent(
                about.authority(),
                about.branch(),
                toCentre ? null : to.authority(),
                toCentre ? null : to.branch(),
                Worlds.TODAY);
        return random.nextInt(3) == 0 ? List.of() : List.of(one);
    }

    private static boolean consented(List<Consent> consents, LookGround ground, TypePlace type) {
        for (Consent one : consents) {
            boolean about = type != null
                    && type.authority().equals(one.about())
                    && Objects.equals(type.branch(), one.aboutBranch());
            boolean to = one.to() == null
                    ? ground.inside() == Capacity.CONTACT_CENTRE
                    : ground.boundary() != null
                            && ground.boundary().kind() == Ground.Kind.OWN
                            && ground.boundary().authority().equals(one.to())
                            && Objects.equals(ground.boundary().branch(), one.toBranch());
            if (about && to) {
                return true;
            }
        }
        return false;
    }

    @Property
    void eachGroundHasAKeyOfItsOwn(@ForAll long seed) {
        Random random = new Random(seed);
        LookGround one = ground(random);
        LookGround other = ground(random);
        assertThat(one.key()).matches("[A-Za-z0-9_-]{16}");
        assertThat(one.key().equals(other.key())).isEqualTo(one.equals(other));
    }

    @Property
    void theConditionsAskForStandingRowsOfTheClassesAlone(@ForAll long seed) {
        Random random = new Random(seed);
        Now now = new Now(new Policy(1, Worlds.TODAY, Worlds.lines(random), TYPES), Map.copyOf(Worlds.classes(random)));
        for (boolean few : new boolean[] {true, false}) {
            Scope scope = StaffScope.of(reader(few), ground(random), PERSON, new Person(40, List.of()), now)
                    .scope();
            ScopeSql page = ScopeSql.forStaff(scope, Cursor.START, 20);
            ScopeSql ofCases = ScopeSql.forStaff(scope, List.of(1L, 2L), 20);
            for (ScopeSql sql : List.of(page, ofCases)) {
                assertThat(sql.sql().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().length);
                if (!scope.isEmpty()) {
                    assertThat(sql.sql()).contains("FROM event_replaced").doesNotContain("s.shown");
                    assertThat(sql.sql().contains("o.protected_identity"))
                            .as("the other person's protection is heeded by all but the few")
                            .isEqualTo(!few);
                }
            }
            now.classes()
                    .keySet()
                    .forEach(id -> assertThat(scope.heedsOther(id)).isEqualTo(!few));
        }
    }

    @Test
    void aRoleGivesTheGroundsOfItsWorkAlone() {
        Ground own = ground(Ground.Kind.OWN, "kfn", null, Set.of(), null);
        Ground delegated = ground(Ground.Kind.DELEGATED, "bun", "förskola", Set.of("FÖR"), "BUN § 1");
        List<Ground> grounds = List.of(own, delegated);
        LookGround centre = new LookGround(Capacity.CONTACT_CENTRE, null);
        LookGround atWork = new LookGround(Capacity.HANDLER, own);
        LookGround byDelegation = new LookGround(Capacity.HANDLER, delegated);

        LookGround ofCentre = new LookGround(Capacity.HANDLER, delegated, Capacity.NONE);
        assertThat(of(grounds, StaffRole.CONTACT_CENTRE)).containsExactly(centre, ofCentre);
        assertThat(ofCentre.capacity(TYPES.get("KUL")))
                .as("who handles by a delegation alone is no handler beyond it")
                .isEqualTo(Capacity.NONE);
        assertThat(byDelegation.capacity(TYPES.get("KUL"))).isEqualTo(Capacity.OTHER_HANDLER);
        assertThat(of(grounds, StaffRole.HANDLER)).containsExactly(atWork, byDelegation);
        assertThat(of(grounds, StaffRole.HANDLER, StaffRole.CONTACT_CENTRE))
                .containsExactly(centre, atWork, byDelegation);
        assertThat(of(grounds, StaffRole.REGISTRAR)).containsExactly(new LookGround(Capacity.REGISTRAR, own));
        assertThat(of(grounds, StaffRole.AUDITOR)).containsExactly(new LookGround(Capacity.AUDITOR, null));
        assertThat(of(grounds, StaffRole.PROTECTED_READER, StaffRole.EDITOR, StaffRole.ADMINISTRATOR))
                .isEmpty();
        assertThat(of(List.of(), StaffRole.HANDLER, StaffRole.REGISTRAR)).isEmpty();
        assertThat(byDelegation.logName()).isEqualTo("DELEGATED bun/förskola BUN § 1");
        assertThat(atWork.logName()).isEqualTo("OWN kfn");
    }

    @Test
    void aBranchOfAnAuthorityIsABoundaryOfItsOwn() {
        LookGround authority = new LookGround(Capacity.HANDLER, ground(Ground.Kind.OWN, "kfn", null, Set.of(), null));
        LookGround branch =
                new LookGround(Capacity.REGISTRAR, ground(Ground.Kind.OWN, "kfn", "bibliotek", Set.of(), null));
        assertThat(authority.capacity(TYPES.get("KUL"))).isEqualTo(Capacity.HANDLER);
        assertThat(authority.capacity(TYPES.get("BIB"))).isEqualTo(Capacity.OTHER_HANDLER);
        assertThat(authority.capacity(TYPES.get("SOC"))).isEqualTo(Capacity.OTHER_HANDLER);
        assertThat(authority.capacity(null)).isEqualTo(Capacity.OTHER_HANDLER);
        assertThat(branch.capacity(TYPES.get("BIB"))).isEqualTo(Capacity.REGISTRAR);
        assertThat(branch.capacity(TYPES.get("KUL"))).isEqualTo(Capacity.NONE);
    }

    private static List<LookGround> of(List<Ground> grounds, StaffRole... roles) {
        return LookGround.of(Set.of(roles), grounds);
    }

    private static StaffReader reader(boolean few) {
        return new StaffReader(
                new StaffId(7),
                few ? Set.of(StaffRole.HANDLER, StaffRole.PROTECTED_READER) : Set.of(StaffRole.HANDLER),
                1);
    }

    private static LookGround ground(Random random) {
        TypePlace type = Worlds.one(random, Worlds.TYPES);
        Set<String> types = random.nextBoolean() ? Set.of() : Set.of(type.caseType(), "XYZ");
        return switch (random.nextInt(5)) {
            case 0 -> new LookGround(Capacity.CONTACT_CENTRE, null);
            case 1 -> new LookGround(Capacity.AUDITOR, null);
            case 2 ->
                new LookGround(
                        Capacity.REGISTRAR, ground(Ground.Kind.OWN, type.authority(), type.branch(), Set.of(), null));
            case 3 ->
                new LookGround(
                        Capacity.HANDLER, ground(Ground.Kind.OWN, type.authority(), type.branch(), Set.of(), null));
            default ->
                new LookGround(
                        Capacity.HANDLER, ground(Ground.Kind.DELEGATED, type.authority(), type.branch(), types, "§ 1"));
        };
    }

    private static Ground ground(
            Ground.Kind kind, String authority, String branch, Set<String> types, String reference) {
        return new Ground(kind, authority, branch, types, Right.SEE, reference);
    }
}
