package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ContainerIT extends ContainerTest {
    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void thePortalsDataSourceReachesTheMigratedDatabase() throws Exception {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_hub", null)) {
            assertThat(tables.next()).isTrue();
        }
    }
}
