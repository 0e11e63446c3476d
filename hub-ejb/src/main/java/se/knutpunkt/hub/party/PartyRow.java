package se.knutpunkt.hub.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.vault.Vault;

/** A party as stored; rows are made by SQL in {@link JpaParties}, safe against races. */
@Entity
@Table(name = "party")
class PartyRow {

    static final String NUMBER = "party.number";
    private static final String NAME = "party.name";
    private static final String EMAIL = "party.email";
    private static final String PHONE = "party.phone";

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private IdentityNumber.Kind kind = IdentityNumber.Kind.PERSONNUMMER;

    @Column(name = "number_sealed", updatable = false)
    private byte[] numberSealed = {};

    @Column(name = "name_sealed")
    private byte @Nullable [] nameSealed;

    @Column(name = "protected_identity")
    private boolean protectedIdentity;

    @Column(name = "email_sealed")
    private byte @Nullable [] emailSealed;

    @Column(name = "phone_sealed")
    private byte @Nullable [] phoneSealed;

    @Column(name = "notify_by_email")
    private boolean notifyByEmail;

    private String language = "sv";

    /** For the persistence provider. */
    protected PartyRow() {}

    Party party(Vault vault) {
        return new Party(new PartyId(id), kind, open(nameSealed, NAME, vault), protectedIdentity);
    }

    IdentityNumber number(Vault vault) {
        return new IdentityNumber(kind, vault.open(numberSealed, NUMBER));
    }

    void rename(String name, Vault vault) {
        // a new seal of the same name would be a write for nothing at each login
        if (!name.equals(open(nameSealed, NAME, vault))) {
            nameSealed = vault.seal(name, NAME);
        }
    }

    void protect(boolean isProtected) {
        protectedIdentity = isProtected;
    }

    ContactSettings contact(Vault vault) {
        return new ContactSettings(
                open(emailSealed, EMAIL, vault), open(phoneSealed, PHONE, vault), notifyByEmail, language);
    }

    void changeContact(ContactSettings settings, Vault vault) {
        emailSealed = seal(settings.email(), EMAIL, vault);
        phoneSealed = seal(settings.phone(), PHONE, vault);
        notifyByEmail = settings.notifyByEmail();
        language = settings.language();
    }

    private static @Nullable String open(byte @Nullable [] sealed, String context, Vault vault) {
        return sealed == null ? null : vault.open(sealed, context);
    }

    private static byte @Nullable [] seal(@Nullable String plain, String context, Vault vault) {
        return plain == null ? null : vault.seal(plain, context);
    }
}
