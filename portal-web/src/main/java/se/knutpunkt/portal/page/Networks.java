package se.knutpunkt.portal.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Networks in CIDR form, such as {@code 127.0.0.0/8, ::1/128}; a lone address is a network of one. */
public final class Networks {

    /** Literal addresses only: a name would be looked up, and mean something else tomorrow. */
    private static final Pattern LITERAL =
            Pattern.compile("(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}"
                    + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private record Network(byte[] address, int bits) {}

    private final List<Network> networks = new ArrayList<>();

    private Networks() {}

    /**
     * The networks of a comma-separated list.
     *
     * @throws IllegalArgumentException when a part is no network
     */
    public static Networks parse(String text) {
        Networks all = new Networks();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                all.networks.add(network(part.strip()));
            }
        }
        return all;
    }

    /** Whether the address lies in one of them; false for what is no address. */
    public boolean contain(String address) {
        if (!isAddress(address)) {
            return false;
        }
        byte[] bytes = bytes(address);
        return networks.stream().anyMatch(network -> contains(network, bytes));
    }

    /** Whether the text is an address and nothing else. */
    static boolean isAddress(String text) {
        try {
            return LITERAL.matcher(text).matches() && bytes(text).length > 0;
        } catch (IllegalArgumentException onlyLooksLikeOne) {
            return false;
        }
    }

    private static boolean contains(Network network, byte[] address) {
        if (network.address().length != address.length) {
            return false;
        }
        for (int bit = 0; bit < network.bits(); bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((network.address()[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Network network(String part) {
        int slash = part.indexOf('/');
        String address = slash < 0 ? part : part.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException("not a network: " + part);
        }
        byte[] bytes = bytes(address);
        int bits = slash < 0 ? bytes.length * 8 : prefix(part, slash);
        if (bits > bytes.length * 8) {
            throw new IllegalArgumentException("not a network: " + part);
        }
        return new Network(bytes, bits);
    }

    private static int prefix(String part, int slash) {
        String digits = part.substring(slash + 1);
        if (!digits.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not a network: " + part);
        }
        return Integer.parseInt(digits);
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("not an address: " + literal);
        }
    }
}
