package se.knutpunkt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A TCP socket that takes connections, as Linux tells in {@code /proc/net}.
 *
 * @param address in hexadecimal, each word of it in the machine's byte order
 */
record Listener(String address, int port) {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** All listeners of a process and its descendants. */
    static List<Listener> of(ProcessHandle root) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (ProcessHandle process :
                Stream.concat(Stream.of(root), root.descendants()).toList()) {
            sockets.addAll(socketsOf(process.pid()));
        }
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[STATE].equals(LISTEN) && sockets.contains("socket:[" + columns[INODE] + "]")) {
                    String[] parts = columns[ADDRESS].split(":");
                    listeners.add(new Listener(parts[0], Integer.parseInt(parts[1], 16)));
                }
            }
        }
        return listeners;
    }

    /** Whether the address is in 127.0.0.0/8, written as IPv4 or IPv6, or is ::1. */
    boolean onLoopback() {
        return address.matches("[0-9A-F]{6}7F")
                || address.matches("0000000000000000FFFF0000[0-9A-F]{6}7F")
                || address.equals("00000000000000000000000001000000");
    }

    private static Set<String> socketsOf(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    sockets.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        return sockets;
    }
}
