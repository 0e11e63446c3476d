/** What {@code ./bench NAME} measures: ratios against a floor of the same run, never a limit in a test. */
@NullMarked
package se.knutpunkt.server.bench;

import org.jspecify.annotations.NullMarked;
