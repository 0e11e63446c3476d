package se.knutpunkt.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example of the reference implementations of Standard Webhooks. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Message MESSAGE = new Message(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "application/json",
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void isThatOfTheStandard() {
        assertThat(Signature.header(MESSAGE, AT, List.of(SECRET))).isEqualTo(SIGNED);
    }

    @Test
    void standsForEachSecret() {
        String other = Signature.newSecret();

        assertThat(Signature.header(MESSAGE, AT, List.of(other, SECRET)).split(" "))
                .hasSize(2)
                .contains(SIGNED);
    }

    @Test
    void aSecretHas256RandomBits() {
        assertThat(Base64.getDecoder().decode(Signature.newSecret().substring(6)))
                .hasSize(32);
        assertThat(Signature.newSecret()).isNotEqualTo(Signature.newSecret());
    }
}
