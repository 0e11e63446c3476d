package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.Sender;
import se.knutpunkt.portal.api.EventMediaType.Form;

class CheapRefusalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json", "application/json; charset=UTF-8", "Application/JSON"})
    void takesOneEvent(String contentType) {
        assertThat(EventMediaType.of(contentType).form()).isIn(Form.ONE, Form.JSON);
    }

    @Test
    void takesABatch() {
        assertThat(EventMediaType.of("application/cloudevents-batch+json").form())
                .isEqualTo(Form.BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml; charset=\"utf-8\"", "text/xml;charset=ISO-8859-1"})
    void takesXmlInTheCharacterSetsOfOldSystems(String contentType) {
        assertThat(EventMediaType.of(contentType).form()).isEqualTo(Form.XML);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/soap+xml",
                "application/json; charset=iso-8859-1",
                "application/xml; charset=utf-7",
                "json",
                "a/b/c"
            })
    void refusesOtherContentTypes(@Nullable String contentType) {
        assertThat(typeOf(() -> EventMediaType.of(contentType))).isEqualTo(ProblemType.MEDIA_TYPE);
    }

    @Test
    void takesABodyUpToItsLimit() throws IOException {
        assertThat(LimitedBody.read(body(10), 10, 10)).hasSize(10);
        assertThat(typeOf(() -> LimitedBody.read(body(11), 11, 10))).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void countsABodyThatDoesNotTellItsLength() throws IOException {
        assertThat(LimitedBody.read(body(10), -1, 10)).hasSize(10);
        assertThat(typeOf(() -> LimitedBody.read(body(11), -1, 10))).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void findsTheSourceByItsKey() {
        assertThat(SourceKeys.sender("Bearer rätt".replace('ä', 'a'), known("ratt"))
                        .source()
                        .code())
                .isEqualTo("MILJO");
        assertThat(SourceKeys.sender("bearer  ratt", known("ratt")).source().code())
                .isEqualTo("MILJO");
        assertThat(typeOf(() -> SourceKeys.sender("Bearer fel", known("ratt")))).isEqualTo(ProblemType.KEY_UNKNOWN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic cmF0dA==", "ratt", "Bearer ratt ratt", "Bearer rätt"})
    void asksForAKeyInTheHeader(@Nullable String header) {
        assertThat(typeOf(() -> SourceKeys.sender(header, known("ratt")))).isEqualTo(ProblemType.KEY_MISSING);
    }

    @Test
    void saysInWholeSecondsWhenToComeBack() {
        assertThat(IntakeGate.tooMany(Duration.ofNanos(1)).retryAfter()).isEqualTo(1);
        assertThat(IntakeGate.tooMany(Duration.ofSeconds(1)).retryAfter()).isEqualTo(1);
        assertThat(IntakeGate.tooMany(Duration.ofSeconds(1).plusNanos(1)).retryAfter())
                .isEqualTo(2);
    }

    private static InputStream body(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    private static ProblemType typeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.problem().type();
    }

    private static Function<String, Optional<Sender>> known(String key) {
        SourceSystem source = new SourceSystem(
                "MILJO", new Name("Miljö", "Environment"), "MN", Set.of(), Duration.ofDays(1), Instant.EPOCH, null);
        Sender sender = new Sender(source, 1, null, "", null);
        return candidate -> candidate.equals(key) ? Optional.of(sender) : Optional.empty();
    }
}
