/** What a file is before anybody opens it: looked through as it streams by, refused where it could harm its reader. */
@NullMarked
package se.knutpunkt.eforms.upload;

import org.jspecify.annotations.NullMarked;
