package se.knutpunkt.eforms.design;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.knutpunkt.eforms.definition.FormDefinition;

/** Remembers definitions that were read, by version: a stored definition never changes, so none ever is stale. */
@ApplicationScoped
public class Definitions {

    private static final int MOST = 500;

    private final Map<Long, FormDefinition> byVersion = new ConcurrentHashMap<>();

    /** The definition of a version. */
    FormDefinition of(long versionId, String json) {
        if (byVersion.size() >= MOST) {
            byVersion.clear();
        }
        return byVersion.computeIfAbsent(versionId, id -> DefinitionJson.read(json));
    }
}
