package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"BYGG 2026-00412", "ned 2026-1", "SÄB-2026-01180", "MED 2026-12345678"})
    void caseNumbersMayStandInAddresses(String typed) {
        assertThat(ListAddress.isCaseNumber(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "196006172818",
                "19600617-2818",
                "NR 1960-06172818",
                "600617-2818",
                "pnr 600617-2818",
                "särskilt boende",
                "BYGG 2026-123456789",
                "BYGG 2026-00412 grannen"
            })
    void anythingThatCouldBePersonalMayNot(String typed) {
        assertThat(ListAddress.isCaseNumber(typed)).isFalse();
    }

    @Test
    void changingThePersonKeepsTheSearchAndStartsFromTheNewest() {
        ListAddress address =
                ListAddress.ofCaseNumber("key1", "bygg 2026-00412").from("cursor");

        assertThat(address.ofWho("key2")).hasToString("/mina-sidor?vem=key2&arende=BYGG+2026-00412");
        assertThat(address.ofWho(null)).hasToString("/mina-sidor?arende=BYGG+2026-00412");
    }

    @Test
    void theNextPageKeepsPersonAndSearch() {
        assertThat(ListAddress.ofSealedWords("key", "sealed").from("cur&sor"))
                .hasToString("/mina-sidor?vem=key&s=sealed&fore=cur%26sor");
    }

    @Test
    void onlyTheNewestWithoutSearchIsTheFront() {
        assertThat(ListAddress.ALL.isFront()).isTrue();
        assertThat(ListAddress.ALL.ofWho("key").isFront()).isTrue();
        assertThat(ListAddress.ALL.from("cursor").isFront()).isFalse();
        assertThat(ListAddress.ofSealedWords(null, "s").isFront()).isFalse();
        assertThat(ListAddress.ALL).hasToString("/mina-sidor");
    }
}
