package se.knutpunkt.hub.register;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A branch as stored. */
@Entity
@Table(name = "branch")
class BranchRow {

    @Id
    private String code = "";

    private String authority = "";

    @Embedded
    private NameColumns name = new NameColumns();

    /** For the persistence provider. */
    protected BranchRow() {}

    BranchRow(Branch branch) {
        code = branch.code();
        authority = branch.authority();
        name = new NameColumns(branch.name());
    }

    Branch branch() {
        return new Branch(code, authority, name.name());
    }
}
