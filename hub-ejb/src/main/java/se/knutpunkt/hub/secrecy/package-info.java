/** The provisions of secrecy as data: what a marking may name, and what each means. A marking warns; it decides nothing. */
@NullMarked
package se.knutpunkt.hub.secrecy;

import org.jspecify.annotations.NullMarked;
