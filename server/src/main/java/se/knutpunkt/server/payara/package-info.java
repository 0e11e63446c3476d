/** Payara Micro as a child process: unpacking, switches, readiness. */
@NullMarked
package se.knutpunkt.server.payara;

import org.jspecify.annotations.NullMarked;
