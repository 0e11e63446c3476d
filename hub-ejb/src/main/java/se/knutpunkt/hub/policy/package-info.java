/** Who may see what, as data: lines with a legal ground, in versions, and what they ask of an event. */
@NullMarked
package se.knutpunkt.hub.policy;

import org.jspecify.annotations.NullMarked;
