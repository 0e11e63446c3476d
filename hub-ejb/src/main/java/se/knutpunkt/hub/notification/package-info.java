/** Tells a party that there is news, outside the portal, without saying what the news is. */
@NullMarked
package se.knutpunkt.hub.notification;

import org.jspecify.annotations.NullMarked;
