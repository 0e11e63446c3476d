package se.knutpunkt.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import se.knutpunkt.server.database.Database;
import se.knutpunkt.server.database.EmbeddedMariaDb;
import se.knutpunkt.server.database.Migrations;
import se.knutpunkt.server.demo.DemoMode;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;
import se.knutpunkt.server.payara.PayaraNode;

/** Starts the database and the portal in order, and stops in reverse what was started. */
final class Launcher implements AutoCloseable {
    private final Options options;
    private final Configuration configuration;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CompletableFuture<String> fallen = new CompletableFuture<>();
    private boolean closed;

    Launcher(Options options, Configuration configuration) {
        this.options = options;
        this.configuration = configuration;
    }

    /**
     * Starts everything and returns when the portal takes requests.
     *
     * @return the portal's address for people
     * @throws StartRefused when it can't be started as asked
     */
    URI start() throws InterruptedException {
        configuration.refuseContradictions(options);
        DataFolder folder = keep(DataFolder.take(options.data()));
        LauncherLog.into(folder.folder("log"));
        PayaraNode.endOrphan(folder);
        refusePortInUse();
        Programs programs = Programs.ofRunningJar(folder.folder("program"));
        CompletableFuture<Void> unpacked = CompletableFuture.runAsync(() -> PayaraNode.prepare(programs));
        Database database =
                configuration.database().orElseGet(() -> embedded(folder, programs, configuration.databaseMemory()));
        Migrations.run(database);
        URI portal = URI.create("http://" + (isLoopback() ? "localhost" : options.address()) + ":" + options.port());
        Map<String, String> environment = new HashMap<>(database.asEnvironment());
        environment.put(
                "KNUTPUNKT_KEYS_DIR", Keys.in(folder, configuration.keyFolder()).toString());
        if (!configuration.hasMetadataFolder()) {
            environment.put("KNUTPUNKT_SAML_CACHE_DIR", folder.at("saml-cache").toString());
        }
        if (!configuration.hasDiaryFolder()) {
            environment.put("KNUTPUNKT_DIARY_DIR", folder.folder("diary").toString());
        }
        if (!configuration.hasInbox()) {
            environment.put("KNUTPUNKT_INBOX", folder.folder("inbox").toString());
        }
        environment.put("KNUTPUNKT_BASE_URL", configuration.baseUrl().orElse(portal.toString()));
        environment.put("KNUTPUNKT_DEMO", Boolean.toString(options.demo()));
        Optional<DemoMode> demo = options.demo() ? Optional.of(DemoMode.prepare(folder, programs)) : Optional.empty();
        demo.ifPresent(mode -> environment.putAll(mode.environment(options.port())));
        // who may say who somebody is: what the operator names stands, and nothing is added to it
        configuration.identityProviders().ifPresent(own -> environment.put("KNUTPUNKT_SAML_IDP_METADATA", own));
        configuration.roleRules().ifPresent(own -> environment.put("KNUTPUNKT_ROLE_RULES", own));
        join(unpacked);
        PayaraNode node = keep(PayaraNode.start(
                folder,
                programs,
                new PayaraNode.Settings(
                        options.address(),
                        options.port(),
                        options.demo(),
                        environment,
                        configuration.javaOptions(),
                        configuration.payaraOptions())));
        Path log = folder.at("log");
        node.ended().thenRun(() -> fallen.complete("Portalen stannade oväntat, se " + log));
        URI probe = URI.create("http://" + reachable() + ":" + options.port());
        Readiness readiness = new Readiness(probe, options.demo() ? List.of("/", "/demo-eid/metadata") : List.of("/"));
        if (!readiness.await(() -> !fallen.isDone() && node.failure().isEmpty())) {
            String reason = node.failure().map(line -> ": " + line).orElse("");
            throw new IllegalStateException("Portalen startade inte" + reason + " (se " + log + ")");
        }
        demo.ifPresent(mode -> signal(mode, probe));
        demo.ifPresent(this::deliverRegisters);
        return portal;
    }

    /** Waits until something that should run has ended by itself, and says what. */
    String awaitFall() {
        return fallen.join();
    }

    /** Stops what was started, the last first. Safe to call while starting and more than once. */
    @Override
    public void close() {
        synchronized (started) {
            closed = true;
            while (!started.isEmpty()) {
                stop(started.pop());
            }
        }
    }

    /** The portal is up and of use without the demo's events, so that a failure is told and no more. */
    private static void signal(DemoMode demo, URI portal) {
        try {
            int status = demo.source(portal).signal();
            if (status >= 300) {
                LauncherLog.warn("The demo source's events were answered " + status, null);
            }
        } catch (IOException unreachable) {
            LauncherLog.warn("The demo source could not signal", unreachable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** A real register is fetched at least once a day; the demo's lies there and is delivered anew each hour. */
    private void deliverRegisters(DemoMode demo) {
        ScheduledExecutorService deliveries = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "demo-register");
            thread.setDaemon(true);
            return thread;
        });
        keep(deliveries::shutdownNow);
        deliveries.scheduleAtFixedRate(
                () -> {
                    try {
                        demo.deliverRegister();
                    } catch (IOException unwritable) {
                        LauncherLog.warn("The demo's population register could not be delivered", unwritable);
                    }
                },
                1,
                1,
                TimeUnit.HOURS);
    }

    private EmbeddedMariaDb keepDatabase(EmbeddedMariaDb database, Path log) {
        database.ended().thenRun(() -> fallen.complete("Databasen stannade oväntat, se " + log));
        return keep(database);
    }

    private Database embedded(DataFolder folder, Programs programs, String memory) {
        return keepDatabase(EmbeddedMariaDb.start(folder, programs, memory), folder.at("log"))
                .database();
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            if (closed) {
                stop(part);
                throw new IllegalStateException("Starten avbröts");
            }
            started.push(part);
            return part;
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception unstoppable) {
            // The others must be stopped all the same; the watchdogs end this one when the process ends.
            LauncherLog.warn("Could not stop " + part.getClass().getSimpleName(), unstoppable);
        }
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void refusePortInUse() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(options.address()), options.port()));
        } catch (UnknownHostException unknown) {
            throw new StartRefused("--address är ingen känd adress: " + options.address(), unknown);
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port " + options.port() + " på " + options.address() + " är upptagen eller otillåten "
                            + "(--port väljer en annan).",
                    taken);
        }
    }

    private boolean isLoopback() {
        return InetSocketAddress.createUnresolved(options.address(), options.port())
                        .getHostString()
                        .startsWith("127.")
                || "localhost".equals(options.address());
    }

    private String reachable() {
        return "0.0.0.0".equals(options.address()) ? "127.0.0.1" : options.address();
    }
}
