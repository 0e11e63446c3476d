/** Proves that no rule of who may see what can be done without: each is changed in a scratch copy, and a test must fail. */
@NullMarked
package se.knutpunkt.hub.proof;

import org.jspecify.annotations.NullMarked;
