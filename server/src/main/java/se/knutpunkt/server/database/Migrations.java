package se.knutpunkt.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import se.knutpunkt.server.StartRefused;

/** Brings the schema to this build's version: first the hub's tables, then those of the e-forms. */
public final class Migrations {
    private Migrations() {}

    /** Name of the database server's lock under which one launcher at a time migrates. */
    private static final String LOCK = "knutpunkt.migrations";

    /** Longer than any migration may take. */
    private static final int PATIENCE_SECONDS = 600;

    /**
     * Runs what is missing. Safe to repeat, to repeat after having been killed midway, and to run from several launchers
     * at once: Flyway's own lock does not cover the making of its history table, so the others wait here.
     *
     * @throws StartRefused when a migration fails or the schema is newer or other than this build's
     */
    public static void run(Database database) {
        // the lock goes with its connection, also when the launcher is killed
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet lock = statement.executeQuery("SELECT GET_LOCK('" + LOCK + "', " + PATIENCE_SECONDS + ")")) {
            if (!lock.next() || lock.getInt(1) != 1) {
                throw new StartRefused("En annan start uppdaterar databasens schema och blir inte klar.");
            }
            run(database, "hub");
            run(database, "eforms");
        } catch (FlywayException | SQLException failed) {
            throw new StartRefused("Databasens schema kunde inte uppdateras: " + firstLine(failed), failed);
        }
    }

    private static void run(Database database, String module) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/" + module)
                .table("flyway_" + module)
                // each module begins from nothing beside the other's tables
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(false)
                // each room numbers its own: a later one may have the lower number
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static String firstLine(Exception failed) {
        return String.valueOf(failed.getMessage()).strip().lines().findFirst().orElse("");
    }
}
