/** Cases: their numbers and what diary, disposal and archive need from the first row. */
@NullMarked
package se.knutpunkt.hub.casefile;

import org.jspecify.annotations.NullMarked;
