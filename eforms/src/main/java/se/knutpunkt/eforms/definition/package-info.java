/**
 * What an e-form is: the versioned JSON document, its importer that says what is wrong and where, publishing and
 * the catalogue of published forms.
 */
@NullMarked
package se.knutpunkt.eforms.definition;

import org.jspecify.annotations.NullMarked;
