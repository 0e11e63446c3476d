package se.knutpunkt.hub.login;

/**
 * A login about to start.
 *
 * @param who whom it stands for
 * @param name display name; stored sealed, cut to 200 characters
 * @param level how surely the provider knew who it was
 */
public record NewLogin(Who who, String name, AssuranceLevel level) {
    private static final int LONGEST_NAME = 200;

    /** Cuts a name that is too long. */
    public NewLogin {
        name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
