package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** Whom staff have looked up, in the table {@code staff_look}, so that any node answers the next request. */
@Dependent
class StaffLooks {
    static final Duration LIFE = Duration.ofMinutes(20);

    private static final String NUMBER = "staff_look.number_sealed";
    private static final String NOTE = "staff_look.note_sealed";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Database database;

    @EJB
    Parties parties;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * A look-up that lives.
     *
     * @param known whom the number belongs to, protected or not: for the access log alone; null for nobody
     * @param about whom may be looked at; {@link StaffScope#NOBODY} for nobody
     * @param isProtected the person looked at has protected personal data
     */
    record Look(
            @Nullable PartyId known,
            PartyId about,
            boolean isProtected,
            IdentityNumber number,
            LookReason reason,
            String note,
            Instant ends) {}

    String begin(StaffReader reader, LookUp lookUp) {
        byte[] bits = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        IdentityNumber number = lookUp.number();
        database.update(
                "INSERT INTO staff_look (token_hash, login_id, party_id, number_sealed, reason, note_sealed, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                hash(token),
                reader.login(),
                parties.find(number).map(PartyId::value).orElse(0L),
                vault.seal(number.kind() + " " + number.value(), NUMBER),
                lookUp.reason(),
                vault.seal(lookUp.note(), NOTE),
                clock.instant().plus(LIFE));
        return token;
    }

    /**
     * The look-up of a token. Whether the person is protected is asked anew each time, by the same statement for a number
     * that nobody has.
     */
    Optional<Look> find(StaffReader reader, String token) {
        return database.first(
                "SELECT l.party_id, l.number_sealed, l.reason, l.note_sealed, l.ends_at, p.id AS found,"
                        + " COALESCE(p.protected_identity, FALSE) AS protected_identity FROM staff_look l"
                        + " LEFT JOIN party p ON p.id = l.party_id WHERE l.token_hash = ? AND l.login_id = ? AND l.ends_at > ?",
                row -> look(row, reader.opensProtected()),
                hash(token),
                reader.login(),
                clock.instant());
    }

    private Look look(Row row, boolean opensProtected) {
        PartyId known = row.partyOrNull("found");
        boolean isProtected = row.flag("protected_identity");
        String[] number = vault.open(row.bytes("number_sealed"), NUMBER).split(" ", 2);
        return new Look(
                known,
                known == null || (isProtected && !opensProtected) ? StaffScope.NOBODY : known,
                isProtected && opensProtected,
                new IdentityNumber(IdentityNumber.Kind.valueOf(number[0]), number[1]),
                LookReason.valueOf(row.text("reason")),
                vault.open(row.bytes("note_sealed"), NOTE),
                row.instant("ends_at"));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
