/** The register as its managers keep it: drafts, changes with their history, and CSV in and out. */
@NullMarked
package se.knutpunkt.hub.upkeep;

import org.jspecify.annotations.NullMarked;
