package se.knutpunkt.eforms.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The end record of a ZIP, from which programs find all else.
 *
 * @param at its place in the last bytes
 * @param entries how many entries the directory has
 * @param directorySize bytes of the directory
 * @param directoryAt place of the directory in the file
 */
record ZipEnd(int at, int entries, long directorySize, long directoryAt) {

    private static final int LENGTH = 22;
    private static final int SIGNATURE = 0x06054B50;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int MOST_COMMENT = 65_535;

    /** The record that lies last, if its comment ends where the file ends. */
    static Optional<ZipEnd> find(byte[] last) {
        ByteBuffer bytes = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        int first = Math.max(0, last.length - LENGTH - MOST_COMMENT);
        for (int at = last.length - LENGTH; at >= first; at--) {
            if (bytes.getInt(at) == SIGNATURE && (bytes.getShort(at + 20) & 0xFFFF) <= last.length - at - LENGTH) {
                return Optional.of(new ZipEnd(
                        at,
                        bytes.getShort(at + 10) & 0xFFFF,
                        bytes.getInt(at + 12) & 0xFFFFFFFFL,
                        bytes.getInt(at + 16) & 0xFFFFFFFFL));
            }
        }
        return Optional.empty();
    }

    /** Where the directory says that the entries begin, with their names; empty when it is not to be trusted. */
    Optional<Map<Long, String>> places(byte[] last, long size) {
        long lastAt = size - last.length;
        long from = directoryAt - lastAt;
        boolean meets = directoryAt + directorySize == lastAt + at;
        boolean endsThere = (last[at + 20] | last[at + 21]) == 0 && at + LENGTH == last.length;
        if (!meets || !endsThere || from < 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        Map<Long, String> places = new HashMap<>();
        int place = (int) from;
        for (int i = 0; i < entries; i++) {
            if (place + ENTRY_LENGTH > at || bytes.getInt(place) != ENTRY) {
                return Optional.empty();
            }
            int name = bytes.getShort(place + 28) & 0xFFFF;
            int rest = (bytes.getShort(place + 30) & 0xFFFF) + (bytes.getShort(place + 32) & 0xFFFF);
            long entryAt = bytes.getInt(place + 42) & 0xFFFFFFFFL;
            if (place + ENTRY_LENGTH + name + rest > at) {
                return Optional.empty();
            }
            String words = new String(last, place + ENTRY_LENGTH, name, java.nio.charset.StandardCharsets.UTF_8);
            if (places.put(entryAt, words) != null) {
                return Optional.empty();
            }
            place += ENTRY_LENGTH + name + rest;
        }
        return place == at ? Optional.of(places) : Optional.empty();
    }
}
