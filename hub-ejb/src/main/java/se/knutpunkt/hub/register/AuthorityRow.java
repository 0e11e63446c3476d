package se.knutpunkt.hub.register;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An authority as stored. */
@Entity
@Table(name = "authority")
class AuthorityRow {

    @Id
    private String code = "";

    @Embedded
    private NameColumns name = new NameColumns();

    /** For the persistence provider. */
    protected AuthorityRow() {}

    AuthorityRow(Authority authority) {
        code = authority.code();
        name = new NameColumns(authority.name());
    }

    Authority authority() {
        return new Authority(code, name.name());
    }
}
