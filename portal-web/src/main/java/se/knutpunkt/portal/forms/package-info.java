/**
 * The e-services as citizens meet them: start page, catalogue, the pages of a form, review and receipt. Everything typed
 * is kept with the draft, so that any page can be shown again by any node and without JavaScript.
 */
@NullMarked
package se.knutpunkt.portal.forms;

import org.jspecify.annotations.NullMarked;
