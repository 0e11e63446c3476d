/** Persons and organisations: their identity numbers, names and contact settings, known elsewhere by an internal id only. */
@NullMarked
package se.knutpunkt.hub.party;

import org.jspecify.annotations.NullMarked;
