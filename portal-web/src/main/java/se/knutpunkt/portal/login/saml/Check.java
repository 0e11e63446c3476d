package se.knutpunkt.portal.login.saml;

import java.util.List;
import java.util.function.Predicate;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/**
 * One small check, named by the error with which it refuses.
 *
 * @param error why it refuses
 * @param holds whether all is well
 */
record Check<T>(LoginError error, Predicate<T> holds) {

    /**
     * Makes the checks in their order; the first that does not hold ends the login.
     *
     * @throws LoginRefused with the error of that check
     */
    static <T> void all(List<Check<T>> checks, T subject) {
        for (Check<T> check : checks) {
            if (!check.holds().test(subject)) {
                throw new LoginRefused(check.error());
            }
        }
    }
}
