/**
 * A citizen's own pages: the statement of everything that concerns them, single events and cases, drafts and receipts,
 * and how they want to be reached. Shows what {@code hub.disclosure} and {@code eforms} give; decides nothing of who may
 * see what.
 */
@NullMarked
package se.knutpunkt.portal.mypages;

import org.jspecify.annotations.NullMarked;
