package se.knutpunkt.portal.role;

import java.util.Arrays;
import java.util.Optional;

/** Attributes in which providers of staff commonly tell roles and groups; any other can be typed. */
enum KnownAttribute {
    /** The role claim of ADFS and Entra. */
    ROLE("http://schemas.microsoft.com/ws/2008/06/identity/claims/role"),
    /** The group claim of Entra; its values are object ids unless the operator of Entra chose names. */
    ENTRA_GROUP("http://schemas.microsoft.com/ws/2008/06/identity/claims/groups"),
    /** The group claim of ADFS. */
    ADFS_GROUP("http://schemas.xmlsoap.org/claims/Group"),
    /** Organisational unit (Sweden Connect attribute specification, section 3.1). */
    UNIT("urn:oid:2.5.4.11");

    private final String samlName;

    KnownAttribute(String samlName) {
        this.samlName = samlName;
    }

    String samlName() {
        return samlName;
    }

    static Optional<KnownAttribute> of(String samlName) {
        return Arrays.stream(values())
                .filter(known -> known.samlName.equals(samlName))
                .findFirst();
    }
}
