/** What must hold before the hub answers anyone: the right keys, the register, the imported relations. */
@NullMarked
package se.knutpunkt.hub.startup;

import org.jspecify.annotations.NullMarked;
