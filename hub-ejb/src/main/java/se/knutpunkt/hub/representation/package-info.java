/** Who may act for whom: guardians by the population register, proxies by power of attorney. */
@NullMarked
package se.knutpunkt.hub.representation;

import org.jspecify.annotations.NullMarked;
