package se.knutpunkt.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final Networks PROXIES = Networks.parse("10.0.0.0/8, 127.0.0.1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                "127.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "127.0.0.1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "127.0.0.1 | 198.51.100.1, 10.1.2.3 | 198.51.100.1",
                "127.0.0.1 | 10.1.2.3 | 10.1.2.3",
                "127.0.0.1 | rubbish | 127.0.0.1",
                "127.0.0.1 | 198.51.100.1, rubbish | 127.0.0.1",
                "127.0.0.1 | 198.51.100.1:4711 | 127.0.0.1",
                "127.0.0.1 | '' | 127.0.0.1",
            })
    void believesOnlyWhatOurProxiesWrote(String sender, String forwarded, String address) {
        assertThat(ClientAddress.of(sender, forwarded, PROXIES)).isEqualTo(address);
    }
}
