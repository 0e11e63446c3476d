package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers' metadata as we read it. */
class MetadataTest {
    private final ServiceIdentity us = ServiceIdentity.at(Portal.BASE, TestKeys.PORTAL);

    @Test
    void readsAProviderWithItsNamesAddressesAndAllItsSigningKeys() {
        List<Provider> read = ProviderMetadata.read(bytes(provider("https://a.example", "signing")))
                .providers();

        assertThat(read).singleElement().satisfies(provider -> {
            assertThat(provider.shown().sv().name()).isEqualTo("Prov");
            assertThat(provider.shown().en().name()).isEqualTo("Trial");
            assertThat(provider.redirect()).isEqualTo(Optional.of("https://a.example/sso"));
            assertThat(provider.post()).isEmpty();
            assertThat(provider.keys())
                    .containsExactly(TestKeys.PROVIDER.certificate().getPublicKey());
        });
    }

    @Test
    void readsEveryProviderOfAnAggregate() {
        String aggregate = "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'>"
                + provider("https://a.example", "signing")
                + provider("https://b.example", "signing")
                + "</md:EntitiesDescriptor>";

        assertThat(ProviderMetadata.read(bytes(aggregate)).providers())
                .extracting(Provider::entityId)
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void leavesOutAProviderWithoutAKeyThatSigns() {
        assertThat(ProviderMetadata.read(bytes(provider("https://a.example", "encryption")))
                        .providers())
                .isEmpty();
    }

    @Test
    void leavesOutAServiceProvider() {
        assertThat(ProviderMetadata.read(new OwnMetadata(us, OwnMetadataTest.DESCRIPTION).xml(Portal.NOW))
                        .providers())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoMetadata() {
        assertThatThrownBy(() -> ProviderMetadata.read(bytes("<html/>"))).isInstanceOf(UnreadableMetadata.class);
        assertThatThrownBy(() -> ProviderMetadata.read(bytes("no xml"))).isInstanceOf(UnreadableMetadata.class);
        assertThatThrownBy(() -> ProviderMetadata.read(
                        bytes("<!DOCTYPE x><md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>")))
                .isInstanceOf(UnreadableMetadata.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 60",
        "-PT1H, 60",
        "PT59S, 60",
        "PT1M, 60",
        "PT61S, 61",
        "PT1H, 3600",
        "P1D, 86400",
        "PT24H1S, 86400",
        "P30D, 86400"
    })
    void isReadAgainAsItSaysBetweenAMinuteAndADay(String duration, long seconds) {
        Metadata read = ProviderMetadata.read(bytes(
                TestMetadata.of("https://a.example").cacheDuration(duration).xml()));

        assertThat(read.readAgain(Portal.NOW)).isEqualTo(Portal.NOW.plusSeconds(seconds));
    }

    @Test
    void isReadAgainAfterTenMinutesWhenItSaysNothingAndEarlierWhenItLapses() {
        assertThat(readAgain(TestMetadata.of("https://a.example").xml())).isEqualTo(Portal.NOW.plusSeconds(600));
        assertThat(readAgain(TestMetadata.of("https://a.example")
                        .cacheDuration("PT1H")
                        .validUntil(Portal.NOW.plusSeconds(300))
                        .xml()))
                .isEqualTo(Portal.NOW.plusSeconds(300));
        assertThat(readAgain(TestMetadata.of("https://a.example")
                        .validUntil(Portal.NOW.plusSeconds(5))
                        .xml()))
                .isEqualTo(Portal.NOW.plusSeconds(60));
        assertThat(readAgain(TestMetadata.aggregate(
                        "cacheDuration='PT2H'",
                        List.of(
                                TestMetadata.of("https://a.example")
                                        .cacheDuration("PT1H")
                                        .xml(),
                                TestMetadata.of("https://b.example").xml()))))
                .isEqualTo(Portal.NOW.plusSeconds(3600));
    }

    @Test
    void readsHowAProviderWantsToBeShownAndTakesAMissingNameFromTheOtherLanguage() {
        Provider.Shown shown = shown("""
                <mdui:DisplayName xml:lang="sv">  Älvleg </mdui:DisplayName>
                <mdui:Description xml:lang="sv">För dig
                  med kort.</mdui:Description>
                <mdui:Description xml:lang="en">For you with a card.</mdui:Description>
                <mdui:Keywords xml:lang="sv">kort mobilt+id</mdui:Keywords>""");

        assertThat(shown.sv()).isEqualTo(new Words("Älvleg", "För dig med kort.", "kort mobilt id"));
        assertThat(shown.en()).isEqualTo(new Words("Älvleg", "For you with a card.", ""));
    }

    @Test
    void callsAProviderWithoutANameByItsEntityId() {
        assertThat(shown("").sv()).isEqualTo(new Words("https://a.example", "", ""));
    }

    @Test
    void takesOnlyALogoThatStandsInTheMetadataAndIsThePictureItSays() {
        String png = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        String large = Base64.getEncoder().encodeToString(large());

        assertThat(logo("data:image/png;base64," + png)).contains(new Logo("image/png", png));
        assertThat(logo("https://a.example/logo.png")).isEmpty();
        assertThat(logo("data:image/jpeg;base64," + png)).isEmpty();
        assertThat(logo("data:image/svg+xml;base64," + png)).isEmpty();
        assertThat(logo("data:text/html;base64," + png)).isEmpty();
        assertThat(logo("data:image/png;base64,=")).isEmpty();
        assertThat(logo("data:image/png;base64," + large)).isEmpty();
    }

    @Test
    void leavesOutAProviderWhoseAddressABrowserWouldRun() {
        String id = "https://provider.example";
        String odd = TestMetadata.of(id).xml().replace(id + "/sso", "javascript:alert(1)");

        assertThat(ProviderMetadata.read(TestMetadata.bytes(odd)).providers()).isEmpty();
    }

    @Test
    void leavesOutAProviderWithoutAnAddress() {
        String xml = provider("https://a.example", "signing").replaceFirst("Location=\"[^\"]*\"", "");

        assertThat(ProviderMetadata.read(bytes(xml)).providers()).isEmpty();
    }

    private static byte[] large() {
        byte[] picture = new byte[40_001];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, picture, 0, 4);
        return picture;
    }

    private static Optional<Logo> logo(String address) {
        return shown("<mdui:Logo width='40' height='40'>" + address + "</mdui:Logo>")
                .logo();
    }

    private static Provider.Shown shown(String elements) {
        return ProviderMetadata.read(
                        bytes(TestMetadata.of("https://a.example").ui(elements).xml()))
                .providers()
                .get(0)
                .shown();
    }

    private static Instant readAgain(String xml) {
        return ProviderMetadata.read(bytes(xml)).readAgain(Portal.NOW);
    }

    static String provider(String entityId, String use) {
        try {
            String certificate = Base64.getEncoder()
                    .encodeToString(TestKeys.PROVIDER.certificate().getEncoded());
            return """
                    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:Extensions><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">
                    <mdui:DisplayName xml:lang="sv">Prov</mdui:DisplayName>
                    <mdui:DisplayName xml:lang="en">Trial</mdui:DisplayName></mdui:UIInfo></md:Extensions>
                    <md:KeyDescriptor use="%s"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                    <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                     Location="%s/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>
                    """.formatted(entityId, use, certificate, entityId);
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
