package se.knutpunkt.hub.role;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The lines that the operator has fixed, read at the start. */
@ApplicationScoped
public class FixedRoleRules {
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_ROLE_RULES")
    Optional<String> file;

    private List<RoleRule> rules = List.of();

    /** The lines in the order of the file; none when no file is named. */
    public List<RoleRule> all() {
        return rules;
    }

    /** @throws IllegalStateException when the file cannot be read, which stops the start */
    @PostConstruct
    void read() {
        rules = file.filter(name -> !name.isBlank())
                .map(FixedRoleRules::content)
                .orElse(List.of());
    }

    private static List<RoleRule> content(String file) {
        try {
            return RoleRuleFile.read(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The file " + file + " of KNUTPUNKT_ROLE_RULES cannot be read", unreadable);
        } catch (IllegalArgumentException refused) {
            throw new IllegalStateException("The file " + file + " is refused: " + refused.getMessage(), refused);
        }
    }
}
