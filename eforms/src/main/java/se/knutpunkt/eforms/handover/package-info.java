/**
 * Sent forms that a line-of-business system takes over: the rule of each form, the hand-over from the submission's
 * transaction until the system's case number is back, and what staff do when it does not come.
 */
@NullMarked
package se.knutpunkt.eforms.handover;

import org.jspecify.annotations.NullMarked;
