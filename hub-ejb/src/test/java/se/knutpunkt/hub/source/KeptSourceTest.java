package se.knutpunkt.hub.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.register.Name;

class KeptSourceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration RHYTHM = Duration.ofHours(1);

    @Test
    void isHeardWithinItsRhythmAndSilentAfterIt() {
        assertThat(source(NOW.minus(RHYTHM), null).state(NOW)).isEqualTo(SourceState.HEARD);
        assertThat(source(NOW.minus(RHYTHM).minusMillis(1), null).state(NOW)).isEqualTo(SourceState.SILENT);
    }

    @Test
    void mayBeginWithinItsRhythmToo() {
        assertThat(registered(NOW.minus(RHYTHM)).state(NOW)).isEqualTo(SourceState.NEVER_HEARD);
        assertThat(registered(NOW.minus(RHYTHM).minusMillis(1)).state(NOW)).isEqualTo(SourceState.SILENT);
    }

    @Test
    void isNotWaitedForWhenItIsClosed() {
        assertThat(source(NOW.minus(Duration.ofDays(9)), NOW).state(NOW)).isEqualTo(SourceState.CLOSED);
    }

    @Test
    void figuresAreCountedByStepsAndPutBackWhole() {
        assertThat(FigureWriter.stepOf(Instant.parse("2026-11-22T12:04:59.999Z")))
                .isEqualTo(NOW);
        SourceFigures figures = new SourceFigures();
        figures.count("bygg", Verdict.TAKEN, 3);
        figures.count("bygg", Verdict.TAKEN, 4);
        var drained = figures.drain();
        assertThat(drained).containsEntry(new SourceFigures.Kind("bygg", Verdict.TAKEN), 7L);
        assertThat(figures.drain()).isEmpty();
        figures.putBack(drained);
        figures.count("bygg", Verdict.TAKEN, 1);
        assertThat(figures.drain()).containsEntry(new SourceFigures.Kind("bygg", Verdict.TAKEN), 8L);
        assertThat(figures.sinceStart()).containsEntry(new SourceFigures.Kind("bygg", Verdict.TAKEN), 8L);
    }

    private static KeptSource source(Instant heard, @Nullable Instant closed) {
        return new KeptSource(settings(), 0, NOW.minus(Duration.ofDays(30)), heard, closed, null);
    }

    private static KeptSource registered(Instant at) {
        return new KeptSource(settings(), 0, at, null, null, null);
    }

    private static SourceSettings settings() {
        return new SourceSettings("bygg", new Name("Bygg", "Build"), "BN", new TreeSet<>(), "", RHYTHM, null);
    }
}
