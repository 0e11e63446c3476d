/** Staff pages of the source systems: who may send to us, with which keys, how much comes and whether it comes at all. */
@NullMarked
package se.knutpunkt.portal.source;

import org.jspecify.annotations.NullMarked;
