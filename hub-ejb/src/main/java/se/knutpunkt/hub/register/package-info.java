/** Authorities, branches, case types and source systems: what must be registered before it may be used. */
@NullMarked
package se.knutpunkt.hub.register;

import org.jspecify.annotations.NullMarked;
