/** The keys and what they do: seals columns, hashes identity numbers, signs what is sent out and comes back. */
@NullMarked
package se.knutpunkt.hub.vault;

import org.jspecify.annotations.NullMarked;
