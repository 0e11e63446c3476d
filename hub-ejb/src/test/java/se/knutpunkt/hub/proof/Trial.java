package se.knutpunkt.hub.proof;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import se.knutpunkt.hub.policy.Policy;

/**
 * Tests run on the product as it is built but for one file, which lies in a folder of its own: in this process, by class
 * loaders of their own, since a start of Maven for each mutant would take hours. What is built stays as it is.
 */
final class Trial {
    private final Path scratch;

    /** @param scratch a folder for what is changed; made when it is absent */
    Trial(Path scratch) {
        this.scratch = scratch;
    }

    /** The first of some tests that fails on the product as it is; empty when none does. */
    Optional<String> unchanged(List<String> tests) {
        return firstFailure(Optional.empty(), tests);
    }

    /**
     * The first of some tests that fails with the change; empty when none does.
     *
     * @throws IllegalStateException when the product does not compile with it, which would prove nothing
     */
    Optional<String> with(Mutant mutant, int number, List<String> tests) {
        Path classes = scratch.resolve(Integer.toString(number));
        try {
            Path file = mutant.isSource()
                    ? classes.resolve("source").resolve(mutant.file())
                    : classes.resolve(mutant.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, mutant.content());
            if (mutant.isSource()) {
                compile(mutant, file, classes);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return firstFailure(Optional.of(classes), tests);
    }

    private static void compile(Mutant mutant, Path source, Path into) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-d",
                into.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException(mutant + " does not compile: " + said);
            }
        }
    }

    private static Optional<String> firstFailure(Optional<Path> changed, List<String> tests) {
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
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        failure);
                if (failure.ran == 0) {
                    throw new IllegalStateException("nothing ran in " + test);
                }
                if (failure.first != null) {
                    return Optional.of(failure.first);
                }
            }
            return Optional.empty();
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException(broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The product's classes and files anew for each trial, the changed ones before the others; libraries are shared. */
    private static final class OwnClasses extends URLClassLoader {
        private OwnClasses(URL[] places) {
            super(places, Trial.class.getClassLoader());
        }

        static OwnClasses of(Optional<Path> changed) throws MalformedURLException {
            List<URL> places = new ArrayList<>();
            if (changed.isPresent()) {
                places.add(changed.get().toUri().toURL());
            }
            for (Class<?> one : List.of(Trial.class, Policy.class)) {
                places.add(one.getProtectionDomain().getCodeSource().getLocation());
            }
            return new OwnClasses(places.toArray(URL[]::new));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known == null && name.startsWith("se.knutpunkt.")) {
                    known = findClass(name);
                }
                return known == null ? super.loadClass(name, resolve) : known;
            }
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL own = name.startsWith("se/knutpunkt/") ? findResource(name) : null;
            return own == null ? super.getResource(name) : own;
        }
    }

    private static final class FirstFailure implements TestExecutionListener {
        private @Nullable String first;
        private int ran;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            ran += test.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.FAILED && first == null) {
                String id = test.getUniqueId();
                first = id.replaceAll(".*\\[class:([^]]+)].*", "$1").replaceAll(".*\\.", "") + " "
                        + test.getDisplayName();
            }
        }
    }
}
