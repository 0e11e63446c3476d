/** Staff look somebody up and read what the policy shows them, by one ground at a time. */
@NullMarked
package se.knutpunkt.portal.resident;

import org.jspecify.annotations.NullMarked;
