package se.knutpunkt.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port the portal's port, 1–65535
 * @param address the address the portal listens on, loopback unless given
 * @param data the data folder, absolute
 * @param demo whether demo mode was left on
 * @param help whether only the help text is wanted
 */
record Options(int port, String address, Path data, boolean demo, boolean help) {
    static final String HELP = """
            Användning: ./run [--port N] [--address A] [--data MAPP] [--no-demo]

              --port N       portalens port (8080)
              --address A    adressen som portalen lyssnar på (127.0.0.1)
              --data MAPP    datamappen, som behålls mellan starterna (./data)
              --no-demo      utan demonstrationspersoner och demo-legitimering
              --help         den här texten

            KNUTPUNKT_DB_URL, KNUTPUNKT_DB_USER och KNUTPUNKT_DB_PASSWORD pekar ut en egen
            MariaDB; då startas ingen inbyggd. Mer står i docs/operations.md.
            """;

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the arguments; the last of a repeated option counts.
     *
     * @throws StartRefused on an unknown option, a missing or an impossible value
     */
    static Options parse(List<String> arguments) {
        int port = 8080;
        String address = "127.0.0.1";
        Path data = Path.of("data");
        boolean demo = true;
        boolean help = false;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--port" -> port = port(value(option, left));
                case "--address" -> address = value(option, left);
                case "--data" -> data = folder(value(option, left));
                case "--no-demo" -> demo = false;
                case "--help", "-h" -> help = true;
                default -> throw new StartRefused("Okänt alternativ: " + option + " (--help visar alla).");
            }
        }
        return new Options(port, address, data.toAbsolutePath().normalize(), demo, help);
    }

    private static String value(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new StartRefused("Alternativet " + option + " saknar värde.");
        }
        return value;
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new StartRefused("--port ska vara ett tal från 1 till 65535, inte " + value + ".", notANumber);
        }
        throw new StartRefused("--port ska vara ett tal från 1 till 65535, inte " + value + ".");
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException impossible) {
            throw new StartRefused("--data är ingen möjlig mapp: " + value, impossible);
        }
    }
}
