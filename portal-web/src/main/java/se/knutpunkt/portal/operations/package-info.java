/** What those who run the portal ask of it: is it ready, how much does it do. */
@NullMarked
package se.knutpunkt.portal.operations;

import org.jspecify.annotations.NullMarked;
