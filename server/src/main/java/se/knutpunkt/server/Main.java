package se.knutpunkt.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Entry point of {@code knutpunkt.jar}: exit code 2 when the start is refused, 1 when it fails. */
public final class Main {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private static final PrintStream OUT = utf8(FileDescriptor.out);
    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            if (arguments.length > 0 && arguments[0].equals(SamlKeysCommand.NAME)) {
                Optional<Path> keys =
                        Optional.ofNullable(System.getenv("KNUTPUNKT_KEYS_DIR")).map(Path::of);
                List<String> step = List.of(arguments).subList(1, arguments.length);
                OUT.print(new SamlKeysCommand(Clock.systemUTC(), keys).run(step));
                return;
            }
            Options options = Options.parse(List.of(arguments));
            if (options.help()) {
                OUT.print(Options.HELP);
                return;
            }
            run(options);
        } catch (StartRefused refused) {
            ERR.println(refused.getMessage());
            System.exit(REFUSED);
        } catch (RuntimeException failed) {
            LauncherLog.warn("Failed", failed);
            ERR.println(failed.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(Options options) throws InterruptedException {
        Launcher launcher = new Launcher(options, new Configuration(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "stop"));
        URI portal = launcher.start();
        OUT.print(Welcome.block(portal, options.demo()));
        ERR.println(launcher.awaitFall());
        System.exit(FAILED);
    }

    // The texts are Swedish whatever the machine's own character set is.
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
