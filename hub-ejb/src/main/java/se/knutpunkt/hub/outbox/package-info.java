/**
 * Side effects that must happen exactly when the business transaction commits: small tasks, written
 * in that transaction and run after it, again until they succeed.
 */
@NullMarked
package se.knutpunkt.hub.outbox;

import org.jspecify.annotations.NullMarked;
