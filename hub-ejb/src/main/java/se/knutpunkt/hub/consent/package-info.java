/** What people let others see of their own cases. */
@NullMarked
package se.knutpunkt.hub.consent;

import org.jspecify.annotations.NullMarked;
