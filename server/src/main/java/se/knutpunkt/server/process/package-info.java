/** Child processes that never outlive the launcher. */
@NullMarked
package se.knutpunkt.server.process;

import org.jspecify.annotations.NullMarked;
