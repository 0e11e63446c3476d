/** The database the portal uses: an embedded MariaDB or the operator's own, migrated before use. */
@NullMarked
package se.knutpunkt.server.database;

import org.jspecify.annotations.NullMarked;
