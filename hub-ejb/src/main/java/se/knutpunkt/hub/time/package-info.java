/** Time as the whole product knows it: an injected clock, instants in UTC, Swedish calendar days. */
@NullMarked
package se.knutpunkt.hub.time;

import org.jspecify.annotations.NullMarked;
