package se.knutpunkt.server.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import se.knutpunkt.server.StartRefused;

/** Brings the schema to this build's version: first the hub's tables, then those of the e-forms. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what is missing. Safe to repeat, and to repeat after having been killed midway.
     *
     * @throws StartRefused when a migration fails or the schema is newer or other than this build's
     */
    public static void run(Database database) {
        try {
            run(database, "hub");
            run(database, "eforms");
        } catch (FlywayException failed) {
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
                .load()
                .migrate();
    }

    private static String firstLine(FlywayException failed) {
        return failed.getMessage().strip().lines().findFirst().orElse("");
    }
}
