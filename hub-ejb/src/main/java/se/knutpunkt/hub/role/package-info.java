/**
 * Which attributes of the municipality's own identity provider give a staff member which role: lines kept on a page, and
 * lines that the operator fixes in a file, so that nobody can lock everyone out.
 */
@NullMarked
package se.knutpunkt.hub.role;

import org.jspecify.annotations.NullMarked;
