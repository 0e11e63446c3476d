/**
 * Who is logged in: logins as database rows found by the hash of a cookie token, so that a logout holds on every node at
 * once; what SAML must remember between request and response; staff members known from their provider.
 */
@NullMarked
package se.knutpunkt.hub.login;

import org.jspecify.annotations.NullMarked;
