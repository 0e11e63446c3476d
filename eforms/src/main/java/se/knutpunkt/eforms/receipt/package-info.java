/**
 * The receipt as a PDF that can be archived: made once when a form is sent, stored with its checksum, never made again.
 */
@NullMarked
package se.knutpunkt.eforms.receipt;

import org.jspecify.annotations.NullMarked;
