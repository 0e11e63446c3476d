/** The one door out of the hub: decides and shows what a viewer may see of case events. */
@NullMarked
package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.NullMarked;
