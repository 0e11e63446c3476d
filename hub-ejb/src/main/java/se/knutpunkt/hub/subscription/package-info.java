/**
 * Systems that are told of events: each subscription goes along the order of changes with a place of its own, so that one
 * that is away for a while loses nothing and gets everything in order.
 */
@NullMarked
package se.knutpunkt.hub.subscription;

import org.jspecify.annotations.NullMarked;
