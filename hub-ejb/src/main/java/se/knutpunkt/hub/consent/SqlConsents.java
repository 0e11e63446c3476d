package se.knutpunkt.hub.consent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;

/** Consents in the table {@code consent}, which is its own history. */
@Stateless
public class SqlConsents implements Consents {
    private static final String ALL =
            "SELECT id, about_authority, about_branch, to_authority, to_branch, given_at, until_date, taken_back_at"
                    + " FROM consent WHERE party_id = ?";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Override
    public List<Consent> of(PartyId person) {
        return database
                .query(
                        ALL + " AND taken_back_at IS NULL AND until_date >= ? ORDER BY id",
                        SqlConsents::kept,
                        person,
                        today())
                .stream()
                .map(KeptConsent::consent)
                .toList();
    }

    @Override
    public List<KeptConsent> all(PartyId person) {
        return database.query(
                ALL + " ORDER BY taken_back_at IS NULL DESC, id DESC LIMIT 200", SqlConsents::kept, person);
    }

    @Override
    public long give(PartyId person, Consent consent) {
        LocalDate today = today();
        if (consent.until().isBefore(today) || consent.until().isAfter(today.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("A consent holds from today on, for a year at most");
        }
        database.update(
                "UPDATE consent SET taken_back_at = ? WHERE party_id = ? AND about_authority = ? AND about_branch <=> ?"
                        + " AND to_authority <=> ? AND to_branch <=> ? AND taken_back_at IS NULL AND until_date >= ?",
                clock.instant(),
                person,
                consent.about(),
                consent.aboutBranch(),
                consent.to(),
                consent.toBranch(),
                today);
        return database.insert(
                "INSERT INTO consent (party_id, about_authority, about_branch, to_authority, to_branch, given_at, until_date)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                person,
                consent.about(),
                consent.aboutBranch(),
                consent.to(),
                consent.toBranch(),
                clock.instant(),
                consent.until());
    }

    @Override
    public boolean takeBack(PartyId person, long id) {
        // with any of the same content: two that were given at once are one to who gave them
        return database.update(
                        "UPDATE consent c JOIN consent taken ON taken.party_id = c.party_id"
                                + " AND taken.about_authority = c.about_authority"
                                + " AND taken.about_branch <=> c.about_branch AND taken.to_authority <=> c.to_authority"
                                + " AND taken.to_branch <=> c.to_branch SET c.taken_back_at = ?"
                                + " WHERE taken.id = ? AND taken.party_id = ? AND taken.taken_back_at IS NULL"
                                + " AND taken.until_date >= ? AND c.taken_back_at IS NULL",
                        clock.instant(),
                        id,
                        person,
                        today())
                > 0;
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }

    private static KeptConsent kept(Row row) {
        return new KeptConsent(
                row.number("id"),
                new Consent(
                        row.text("about_authority"),
                        row.textOrNull("about_branch"),
                        row.textOrNull("to_authority"),
                        row.textOrNull("to_branch"),
                        Objects.requireNonNull(row.dateOrNull("until_date"))),
                row.instant("given_at"),
                row.instantOrNull("taken_back_at"));
    }
}
