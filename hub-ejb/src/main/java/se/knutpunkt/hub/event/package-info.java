/** Intake of case events: idempotent, durable before the answer, sealed at rest. Never reads events back to anyone. */
@NullMarked
package se.knutpunkt.hub.event;

import org.jspecify.annotations.NullMarked;
