package se.knutpunkt.server.database;

import java.util.Map;

/**
 * How to reach the database.
 *
 * @param url JDBC address
 * @param user its user
 * @param password the user's password
 */
public record Database(String url, String user, String password) {
    /** The variables by which the portal finds the same database. */
    public Map<String, String> asEnvironment() {
        return Map.of("KNUTPUNKT_DB_URL", url, "KNUTPUNKT_DB_USER", user, "KNUTPUNKT_DB_PASSWORD", password);
    }

    /** Hides the password from logs. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
