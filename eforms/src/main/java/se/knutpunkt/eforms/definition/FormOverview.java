package se.knutpunkt.eforms.definition;

import java.util.List;
import java.util.Optional;

/**
 * A form as the editor's list shows it.
 *
 * @param slug last part of its address
 * @param title title of its newest version
 * @param state whether citizens can begin it
 * @param versions all versions, newest first
 */
public record FormOverview(String slug, Texts title, State state, List<FormVersion> versions) {

    public FormOverview {
        versions = List.copyOf(versions);
    }

    /** Whether citizens can begin a form. */
    public enum State {
        /** No version is published yet. */
        DRAFT,
        /** In the catalogue. */
        OPEN,
        /** Taken out of the catalogue; begun drafts may still be sent until they expire. */
        CLOSED
    }

    /** The version citizens get, if any is published. */
    public Optional<FormVersion> published() {
        return versions.stream().filter(version -> version.published() != null).findFirst();
    }
}
