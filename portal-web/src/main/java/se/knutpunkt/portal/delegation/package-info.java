/** The pages where delegations between authorities are made and ended. */
@NullMarked
package se.knutpunkt.portal.delegation;

import org.jspecify.annotations.NullMarked;
