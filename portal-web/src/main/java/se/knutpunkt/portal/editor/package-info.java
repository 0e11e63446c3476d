/** The editor's pages: the forms and their versions, import with what is wrong and where, preview, publish, close. */
@NullMarked
package se.knutpunkt.portal.editor;

import org.jspecify.annotations.NullMarked;
