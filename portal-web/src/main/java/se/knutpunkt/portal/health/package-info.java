/** What {@code /health/ready} asks before it says that the portal takes requests. */
@NullMarked
package se.knutpunkt.portal.health;

import org.jspecify.annotations.NullMarked;
