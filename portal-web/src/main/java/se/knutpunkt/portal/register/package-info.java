/** The pages of the register of authorities, branches and case types, for system managers. */
@NullMarked
package se.knutpunkt.portal.register;

import org.jspecify.annotations.NullMarked;
