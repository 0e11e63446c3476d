package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/** Why something was refused. */
final class Refusals {
    private Refusals() {}

    static LoginError of(ThrowingCallable attempt) {
        LoginRefused refused = catchThrowableOfType(LoginRefused.class, attempt);
        if (refused == null) {
            throw new AssertionError("was accepted");
        }
        return refused.error();
    }
}
