/** The pages of hand-overs to line-of-business systems, and of the rules by which forms are handed over. */
@NullMarked
package se.knutpunkt.portal.handover;

import org.jspecify.annotations.NullMarked;
