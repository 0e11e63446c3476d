package se.knutpunkt.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private final Networks loopback = Networks.parse("127.0.0.0/8, ::1/128");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.255.255", "::1", "0:0:0:0:0:0:0:1"})
    void holdTheirOwnAddresses(String address) {
        assertThat(loopback.contain(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"126.255.255.255", "128.0.0.0", "::2", "10.0.0.1", "localhost", "", "unknown"})
    void holdNoOthers(String address) {
        assertThat(loopback.contain(address)).isFalse();
    }

    @Test
    void endAtTheirLastAddress() {
        Networks office = Networks.parse("192.0.2.64/26,198.51.100.7");
        assertThat(office.contain("192.0.2.63")).isFalse();
        assertThat(office.contain("192.0.2.64")).isTrue();
        assertThat(office.contain("192.0.2.127")).isTrue();
        assertThat(office.contain("192.0.2.128")).isFalse();
        assertThat(office.contain("198.51.100.7")).isTrue();
        assertThat(office.contain("198.51.100.8")).isFalse();
    }

    @Test
    void holdNothingWhenNoneIsNamed() {
        assertThat(Networks.parse("").contain("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.0/33", "::1/129", "example.org", "127.0.0.1/x", "127.0.0.1/", "/8", "999.0.0.1"})
    void areRefusedWhenTheyAreNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.parse(text));
    }
}
