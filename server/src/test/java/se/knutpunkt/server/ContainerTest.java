package se.knutpunkt.server;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Base of the tests inside the container: each class gets a Payara Micro of its own with the built portal and the test
 * class, on a real, migrated MariaDB that the classes share.
 *
 * <p>Everything listens on loopback, on ports that were free. Take few classes: each costs the start of a server.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class ContainerTest {
    /** The key of the demo source in these tests. */
    static final String SOURCE_KEY = "key-of-the-demo-source-in-tests";

    /** The portal as built, with the test's base and what tests assert with. */
    @Deployment
    public static WebArchive portal() {
        ContainerDatabase.start();
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("../portal-web/target/portal.war"))
                .addClasses(ContainerTest.class, TestPersons.class)
                .addClass("se.knutpunkt.hub.disclosure.Oracle")
                .addClass("se.knutpunkt.hub.disclosure.OracleDesk")
                .addClass("se.knutpunkt.hub.disclosure.WorldStaff")
                .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
