/** The pages of who may see what: the rules in force, changes of them, and the second pair of eyes. */
@NullMarked
package se.knutpunkt.portal.policy;

import org.jspecify.annotations.NullMarked;
