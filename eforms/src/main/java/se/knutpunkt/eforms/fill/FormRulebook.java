package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.rule.FormRules;

/** Remembers the compiled rules of form versions; a version never changes, so none ever is stale. */
@ApplicationScoped
public class FormRulebook {

    private static final int MOST = 500;

    private final Map<Long, FormRules> byVersion = new ConcurrentHashMap<>();

    /** The rules of a version. */
    public FormRules of(FormVersion version) {
        if (byVersion.size() >= MOST) {
            byVersion.clear();
        }
        return byVersion.computeIfAbsent(version.id(), id -> FormRules.of(version.definition()));
    }
}
