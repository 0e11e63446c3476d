/** The page where staff read what each provision of secrecy means, to which markings link. */
@NullMarked
package se.knutpunkt.portal.secrecy;

import org.jspecify.annotations.NullMarked;
