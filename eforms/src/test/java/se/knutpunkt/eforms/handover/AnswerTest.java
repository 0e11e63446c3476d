package se.knutpunkt.eforms.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"caseNumber\": \" M 2026-7 \"}",
                "{\"caseNumber\": \"M 2026-7\", \"more\": [1]}",
                "<taken xmlns=\"urn:x\"><id>1</id><caseNumber>M 2026-7</caseNumber></taken>",
                "<?xml version=\"1.0\"?><a:b xmlns:a=\"urn:a\"><a:caseNumber>M 2026-7</a:caseNumber></a:b>"
            })
    void readsTheCaseNumber(String body) {
        assertThat(Answer.caseNumber(bytes(body))).hasValue("M 2026-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M 2026-7",
                "{}",
                "null",
                "{\"caseNumber\": 7}",
                "{\"caseNumber\": \"\"}",
                "{\"caseNumber\": \"196006172818\"}",
                "{\"caseNumber\": \"M 19600617-2818\"}",
                "{\"caseNumber\": \"a\\nb\"}",
                "<a><caseNumber><b/></caseNumber></a>",
                "<!DOCTYPE a [<!ENTITY n \"M 7\">]><a><caseNumber>&n;</caseNumber></a>"
            })
    void takesNothingElse(String body) {
        assertThat(Answer.caseNumber(bytes(body))).isEmpty();
    }

    @Test
    void takesAtMostAHundredCharacters() {
        assertThat(ToldNumber.of("x".repeat(100))).isPresent();
        assertThat(ToldNumber.of("x".repeat(101))).isEmpty();
    }

    @Test
    void tellsTheReasonOfARefusal() {
        assertThat(Answer.reason(bytes("{\"title\":\"Fel\",\"detail\":\"Fastigheten\\nfinns inte\"}")))
                .isEqualTo("Fastigheten finns inte");
        assertThat(Answer.reason(bytes("{\"title\":\"Fel\"}"))).isEqualTo("Fel");
        assertThat(Answer.reason(bytes("<problem><detail>Nej</detail></problem>")))
                .isEqualTo("Nej");
        assertThat(Answer.reason(bytes("Systemet är stängt"))).isEqualTo("Systemet är stängt");
        assertThat(Answer.reason(bytes("<html><body>502</body></html>"))).isEmpty();
        assertThat(Answer.reason(bytes("😀".repeat(600)))).hasSize(1000);
    }

    @Test
    void readsBytesThatAreNoText() {
        byte[] brokenUtf32 = {0, 0, 0, '{', -1, -1, -1, -1};

        assertThat(Answer.caseNumber(brokenUtf32)).isEmpty();
        assertThat(Answer.reason(brokenUtf32)).isNotNull();
    }

    @Property(tries = 500)
    void readsAnythingAndThrowsNothing(@ForAll byte[] body) {
        assertThat(Answer.caseNumber(body).map(String::length).orElse(1)).isBetween(1, 100);
        assertThat(Answer.reason(body).length()).isLessThanOrEqualTo(1000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
