package se.knutpunkt.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTextTest {

    @Test
    void writesFamiliesInTheTextFormat() {
        MetricsText text = new MetricsText()
                .family("a_total", "counter", "All of them.")
                .figure("a_total", 3, "page", "/x\"\\\n", "status", "200")
                .figure("a_total", 0.25);
        assertThat(text.toString()).isEqualTo("""
                # HELP a_total All of them.
                # TYPE a_total counter
                a_total{page="/x\\"\\\\\\n",status="200"} 3
                a_total 0.250000
                """);
    }
}
