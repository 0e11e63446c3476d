package se.knutpunkt.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://bygg.example/ta-emot", "https://10.1.2.3:8443/a", "HTTPS://bygg.example"})
    void takesAnHttpsAddress(String typed) {
        assertThat(Destination.wrong(typed, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bygg, NO_ADDRESS",
        "ftp://bygg.example/, NO_ADDRESS",
        "https:///a, NO_ADDRESS",
        "https://a b, NO_ADDRESS",
        "http://bygg.example/, NOT_HTTPS",
        "http://127.0.0.1/, NOT_HTTPS",
        "https://me:secret@bygg.example/, HOLDS_MORE",
        "https://bygg.example/#a, HOLDS_MORE",
        "https://bygg.example/in?code=hemligt, HOLDS_QUERY",
        "https://bygg.example/in?, HOLDS_QUERY"
    })
    void tellsWhatIsWrong(String typed, AddressFault fault) {
        assertThat(Destination.wrong(typed, false)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bygg.example/in, https://bygg.example/in",
        "https://bygg.example/in?code=hemligt, https://bygg.example/in?",
        "https://bygg.example/in#hemligt?hemligt, https://bygg.example/in#",
        "https://jag:hemligt@bygg.example/@a, https://***@bygg.example/@a",
        "hemligt@b, hemligt@b"
    })
    void whatIsWrongIsToldOnWithoutSecrets(String typed, String told) {
        assertThat(Destination.withoutSecrets(typed)).isEqualTo(told);
        assertThat(Destination.wrong(told, false)).isEqualTo(Destination.wrong(typed, false));
    }

    @Test
    void takesHttpToThisMachineAloneAndWhenConfigured() {
        assertThat(Destination.wrong("http://127.0.0.1:9000/a", true)).isEmpty();
        assertThat(Destination.wrong("http://localhost.bygg.example/a", true)).contains(AddressFault.NOT_HTTPS);
        assertThat(Destination.wrong("https://a/" + "b".repeat(500), true)).contains(AddressFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "169.254.169.254", "fe80::1",
                "0.0.0.0", "0.1.2.3", "::", "224.0.0.1", "ff02::1", "fd00:ec2::254", "100.100.100.200",
                "64:ff9b::a9fe:a9fe"
            })
    void sendsNothingThere(String address) throws UnknownHostException {
        assertThat(Destination.isForbidden(InetAddress.getByName(address), false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "192.0.2.1", "2001:db8::1", "64:ff9b::c000:201"})
    void sendsToTheMunicipalitysNetworksAndBeyond(String address) throws UnknownHostException {
        assertThat(Destination.isForbidden(InetAddress.getByName(address), false))
                .isFalse();
    }

    @Test
    void theMetadataStaysForbiddenWhenThisMachineIsNot() throws UnknownHostException {
        assertThat(Destination.isForbidden(InetAddress.getByName("127.0.0.1"), true))
                .isFalse();
        assertThat(Destination.isForbidden(InetAddress.getByName("169.254.169.254"), true))
                .isTrue();
    }
}
