/**
 * How a page is served: one {@link se.knutpunkt.portal.page.PageServlet} a page answers GET by rendering a transient
 * Facelets view and POST by doing something and redirecting (POST–redirect–GET on success and on errors alike); one
 * {@link se.knutpunkt.portal.page.Visit} a request knows the language, who is logged in, and the tokens of the forms.
 * No server memory is kept per visitor.
 */
@NullMarked
package se.knutpunkt.portal.page;

import org.jspecify.annotations.NullMarked;
