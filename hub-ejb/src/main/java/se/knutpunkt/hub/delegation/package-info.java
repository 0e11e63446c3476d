/**
 * On what grounds staff may work with which cases: the authority they work for, and what others have delegated to them.
 * Each ground stands alone; nobody sees by their sum.
 */
@NullMarked
package se.knutpunkt.hub.delegation;

import org.jspecify.annotations.NullMarked;
