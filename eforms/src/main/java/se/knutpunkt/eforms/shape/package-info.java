/**
 * How answers stand in documents for other systems: typed, in JSON and in XML, and what the schemas of both say of them.
 * A shape knows all four, so that a value and its schemas cannot drift apart.
 */
@NullMarked
package se.knutpunkt.eforms.shape;

import org.jspecify.annotations.NullMarked;
