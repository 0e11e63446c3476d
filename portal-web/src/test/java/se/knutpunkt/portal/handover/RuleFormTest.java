package se.knutpunkt.portal.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.eforms.handover.Format;
import se.knutpunkt.eforms.handover.HandoverRule;
import se.knutpunkt.hub.delivery.AddressFault;

class RuleFormTest {

    private static final Set<String> SOURCES = Set.of("miljo");
    private static final String ADDRESS = "https://system.example.se/ta-emot";

    @Test
    void tellsAllThatIsWrongAtOnce() {
        RuleForm form = new RuleForm("annat", "CSV", "x", "", "VECKOR", "");

        assertThat(faults(form, Optional.of(AddressFault.NOT_HTTPS)))
                .containsExactly(
                        "handovers.fault.source",
                        "handovers.fault.format",
                        "handovers.fault.address.NOT_HTTPS",
                        "handovers.fault.alarm");
    }

    @ParameterizedTest
    @CsvSource({"4,MINUTER", "31,DYGN", "0,TIMMAR", "721,TIMMAR", "1.5,TIMMAR", "-1,DYGN", "9999999,MINUTER"})
    void theAlarmHasItsLimits(String count, String unit) {
        assertThat(faults(new RuleForm("miljo", "XML", ADDRESS, count, unit, ""), Optional.empty()))
                .containsExactly("handovers.fault.alarm");
    }

    @Property(tries = 200)
    void whatIsKeptComesBackAsItWas(@ForAll @IntRange(min = 5, max = 43_200) int minutes) {
        HandoverRule rule = new HandoverRule(
                "blankett", "miljo", Format.XML, 7, Duration.ofMinutes(minutes), 3, Instant.EPOCH, "Någon");

        RuleForm form = RuleForm.of(rule, ADDRESS);

        assertThat(faults(form, Optional.empty())).isEmpty();
        assertThat(form.settings("blankett").alarmAfter()).isEqualTo(rule.alarmAfter());
        assertThat(form.seen()).isEqualTo(3);
    }

    private static List<String> faults(RuleForm form, Optional<AddressFault> address) {
        return form.faults(SOURCES, typed -> address).stream()
                .map(RuleForm.Fault::key)
                .toList();
    }
}
