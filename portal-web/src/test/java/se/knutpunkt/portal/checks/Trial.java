package se.knutpunkt.portal.checks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.portal.login.LoginError;

/**
 * The unit tests of the login, run on the product as it is built but for one source file, which is compiled into a folder
 * of its own. The sources and what is built of them stay as they are.
 */
final class Trial {
    private static final String PACKAGE = "se.knutpunkt.portal.login";
    private static final String TEST = "Test.class";

    /** Cheap ones first, and those that notice most. */
    private static final List<String> FIRST = List.of(
            PACKAGE + ".saml.ResponseReaderTest",
            PACKAGE + ".saml.IdentityAttackTest",
            PACKAGE + ".saml.SmallPrintTest",
            PACKAGE + ".saml.SealedAttackTest",
            PACKAGE + ".saml.SignatureWrappingTest",
            PACKAGE + ".AcsServletTest");

    private static final int ALIKE = 5;

    private final Path scratch;

    /** Held, since a logger that nobody holds forgets its level. */
    private final List<Logger> quiet = Stream.of("org.opensaml", "net.shibboleth", "se.knutpunkt")
            .map(Logger::getLogger)
            .toList();

    /** @param scratch a folder for what is compiled; made when it is absent */
    Trial(Path scratch) {
        this.scratch = scratch;
        quiet.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** The first test that fails on the product as it is; empty when none does. */
    Optional<String> unchanged() {
        return firstFailure(Optional.empty(), tests()).map(Failure::test);
    }

    /**
     * The first test that fails without the check; empty when none does.
     *
     * @throws IllegalStateException when the product does not compile without it, which would prove nothing
     */
    Optional<String> without(Mutation mutation, int number) {
        Path folder = scratch.resolve(Integer.toString(number));
        Path classes = folder.resolve("classes");
        try {
            delete(folder);
            Path source = folder.resolve(mutation.file());
            Files.createDirectories(source.getParent());
            Files.createDirectories(classes);
            Files.writeString(source, mutation.applied(Mutations.PROJECT));
            compile(mutation, source, classes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Optional<Failure> failure = firstFailure(Optional.of(classes), ordered(mutation));
        failure.ifPresent(found -> found.keep(folder.resolve("failure.txt")));
        return failure.map(Failure::test);
    }

    /** Those that are called as the changed class is, by its first letters, are likeliest to notice. */
    private static List<String> ordered(Mutation mutation) {
        String file = mutation.file().getFileName().toString();
        String alike = file.substring(0, Math.min(ALIKE, file.indexOf('.')));
        return tests().stream()
                .sorted(Comparator.comparingInt(test -> {
                    int at = FIRST.indexOf(test);
                    boolean own = test.substring(test.lastIndexOf('.') + 1).startsWith(alike);
                    return own ? -1 : at < 0 ? FIRST.size() : at;
                }))
                .toList();
    }

    private static void compile(Mutation mutation, Path source, Path into) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-parameters",
                                    "-d",
                                    into.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(mutation + " does not compile: " + said);
            }
        }
    }

    private static Optional<Failure> firstFailure(Optional<Path> changed, List<String> tests) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (OwnClasses classes = OwnClasses.of(changed)) {
            thread.setContextClassLoader(classes);
            Launcher launcher = LauncherFactory.create();
            for (String test : tests) {
                FirstFailure failure = new FirstFailure();
                launcher.execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(classes.loadClass(test)))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        failure);
                if (failure.first.isPresent()) {
                    return failure.first;
                }
            }
            return Optional.empty();
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException(broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What an earlier run left is another mutation's. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static List<String> tests() {
        Path root = Path.of("target", "test-classes");
        try (Stream<Path> all = Files.walk(root.resolve(PACKAGE.replace('.', '/')))) {
            return all.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(TEST))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The project's classes anew for each trial, the changed ones before the others; libraries are shared. */
    private static final class OwnClasses extends URLClassLoader {
        private OwnClasses(URL[] places) {
            super(places, Trial.class.getClassLoader());
        }

        static OwnClasses of(Optional<Path> changed) throws MalformedURLException {
            List<URL> places = new ArrayList<>();
            if (changed.isPresent()) {
                places.add(changed.get().toUri().toURL());
            }
            for (Class<?> one : List.of(Trial.class, LoginError.class, IdentityNumber.class)) {
                places.add(one.getProtectionDomain().getCodeSource().getLocation());
            }
            return new OwnClasses(places.toArray(URL[]::new));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known == null && name.startsWith("se.knutpunkt.")) {
                    known = ownOrNull(name);
                }
                return known == null ? super.loadClass(name, resolve) : known;
            }
        }

        private Class<?> ownOrNull(String name) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException ofALibrary) {
                return null;
            }
        }
    }

    /** A test that failed, and why. */
    private record Failure(String test, Optional<Throwable> why) {
        void keep(Path file) {
            StringWriter text = new StringWriter();
            why.ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text)));
            try {
                Files.writeString(file, test + "\n" + text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static final class FirstFailure implements TestExecutionListener {
        private Optional<Failure> first = Optional.empty();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED && first.isEmpty()) {
                String id = test.getUniqueId();
                String testClass = id.replaceAll(".*\\[class:([^]]+)].*", "$1").replaceAll(".*\\.", "");
                first = Optional.of(new Failure(testClass + " " + test.getDisplayName(), result.getThrowable()));
            }
        }
    }
}
