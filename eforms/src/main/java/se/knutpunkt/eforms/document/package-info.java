/**
 * A sent form as a typed document for another system, in JSON and in XML, and the schemas of both, made from the form's
 * definition. A published version never changes, so neither do its schemas.
 */
@NullMarked
package se.knutpunkt.eforms.document;

import org.jspecify.annotations.NullMarked;
