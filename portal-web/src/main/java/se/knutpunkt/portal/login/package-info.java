/** Logging in and out: the pages, the cookies and what follows when a provider has said who the person is. */
@NullMarked
package se.knutpunkt.portal.login;

import org.jspecify.annotations.NullMarked;
