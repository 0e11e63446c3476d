package se.knutpunkt.hub.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The two columns of a {@link Name}. */
@Embeddable
class NameColumns {

    @Column(name = "name_sv")
    private String sv = "";

    @Column(name = "name_en")
    private String en = "";

    /** For the persistence provider. */
    protected NameColumns() {}

    NameColumns(Name name) {
        sv = name.sv();
        en = name.en();
    }

    Name name() {
        return new Name(sv, en);
    }
}
