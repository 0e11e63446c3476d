package se.knutpunkt.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that no compiler holds. */
class ArchitectureTest {
    private static final String HUB = "se.knutpunkt.hub..";
    private static final String EFORMS = "se.knutpunkt.eforms..";
    private static final String PORTAL = "se.knutpunkt.portal..";
    private static final String SERVER = "se.knutpunkt.server..";
    private static final String DEMO_EID = "se.knutpunkt.demoeid..";

    private static final Pattern EVENT_TABLE = Pattern.compile("\\b(?:FROM|INTO|JOIN|UPDATE)\\s+case_event");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .importPaths(
                    "../hub-ejb/target/classes",
                    "../eforms/target/classes",
                    "../portal-web/target/classes",
                    "demo-eid/target/classes",
                    "target/classes");

    @Test
    void theHubKnowsNoFormsAndNoWeb() {
        hold(noClasses()
                .that()
                .resideInAPackage(HUB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EFORMS, PORTAL, SERVER, DEMO_EID)
                .because("arrows point one way: server, portal, eforms, hub"));
    }

    @Test
    void theFormsKnowTheHubAlone() {
        hold(noClasses()
                .that()
                .resideInAPackage(EFORMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PORTAL, SERVER, DEMO_EID)
                .because("arrows point one way: server, portal, eforms, hub"));
    }

    @Test
    void thePortalKnowsNeitherLauncherNorDemoProvider() {
        hold(noClasses()
                .that()
                .resideInAPackage(PORTAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER, DEMO_EID)
                .because("the portal knows an identity provider only by its metadata, and not who started it"));
    }

    @Test
    void theDemoProviderKnowsNoneOfUs() {
        hold(noClasses()
                .that()
                .resideInAPackage(DEMO_EID)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HUB, EFORMS, PORTAL, SERVER)
                .because("it stands for a provider of someone else"));
    }

    @Test
    void onlyThePortalKnowsRequestsAndPages() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(HUB, EFORMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.ws.rs..")
                .because("the domain does not know the request"));
    }

    @Test
    void nothingOfTheOldNamespaceIsUsed() {
        hold(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.servlet..",
                        "javax.persistence..",
                        "javax.inject..",
                        "javax.enterprise..",
                        "javax.ejb..",
                        "javax.faces..",
                        "javax.ws..",
                        "javax.annotation..")
                .because("Jakarta EE 10 knows only jakarta names; a javax one would silently do nothing"));
    }

    @Test
    void packagesAreNamedByFeature() {
        hold(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..service..", "..helper..")
                .because("a package says what it is for, not which layer it is"));
    }

    @Test
    void sessionBeansAreStatelessBehindLocalInterfaces() {
        hold(noClasses()
                .should()
                .beAnnotatedWith(Stateful.class)
                .because("no server memory per visitor: any node answers any request"));
        hold(classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .or()
                .areAnnotatedWith(Singleton.class)
                .and()
                .areNotAnnotatedWith(Startup.class)
                .and(haveAnInterfaceOfOurs())
                .should()
                .implement(describe("a @Local interface", type -> type.isAnnotatedWith(Local.class)))
                .because("callers see the interface, the container's transactions hold at its methods"));
    }

    @Test
    void nobodyReadsTheClockWithoutBeingGivenOne() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(HUB, EFORMS, PORTAL)
                .should()
                .callMethodWhere(describe("now() without a clock", ArchitectureTest::isClocklessNow))
                .because("time is an injected Clock, so that a test decides it"));
    }

    @Test
    void onlyIntakeAndDisclosureTouchTheEventTables() throws IOException {
        Set<String> doors = Set.of("event", "disclosure");

        try (Stream<Path> sources = Files.walk(Path.of(".."))) {
            List<Path> trespassers = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("src/main/java"))
                    .filter(path ->
                            !doors.contains(path.getParent().getFileName().toString()))
                    .filter(ArchitectureTest::namesAnEventTable)
                    .toList();

            assertThat(trespassers)
                    .as("there is one door out of the hub: case events leave it only through disclosure")
                    .isEmpty();
        }
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> haveAnInterfaceOfOurs() {
        return describe(
                "have an interface of ours",
                type -> type.getRawInterfaces().stream()
                        .anyMatch(face -> face.getPackageName().startsWith("se.knutpunkt")));
    }

    private static boolean isClocklessNow(JavaAccess<?> call) {
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getFullName().endsWith("now()");
    }

    private static boolean namesAnEventTable(Path source) {
        try {
            return EVENT_TABLE.matcher(Files.readString(source)).find();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
