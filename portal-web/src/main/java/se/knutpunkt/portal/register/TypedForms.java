package se.knutpunkt.portal.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;

/**
 * Keeps what was typed in a form that could not be saved, and files that are looked at before they are taken: staged, so
 * that they are swept away after a day, and found by an address that says nothing of them.
 */
@ApplicationScoped
public class TypedForms {
    private static final String FORM = "register-form.json";
    private static final String JSON_TYPE = "application/json";
    private static final String TABLE = "register.csv";
    private static final String CSV_TYPE = "text/csv";
    private static final long LARGEST = 4_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @EJB
    Files files;

    /**
     * A form as it was typed.
     *
     * @param version that it was made from
     */
    record Typed(Sheet sheet, int version) {}

    String keep(Typed typed) {
        return keep(typed, "");
    }

    /** @param owner whose it is, and of which page; only {@link #isOf} asks */
    String keep(Typed typed, String owner) {
        ObjectNode node = JSON.createObjectNode();
        node.put("owner", owner);
        node.put("version", typed.version());
        ObjectNode texts = node.putObject("texts");
        typed.sheet().texts().forEach((field, text) -> texts.put(field.name(), text));
        return stage(node.toString().getBytes(StandardCharsets.UTF_8), FORM, JSON_TYPE);
    }

    /** A kept form; empty when it is none of ours, or was swept away. */
    Optional<Typed> form(String id, RegisterKind kind) {
        return content(id, FORM, JSON_TYPE).map(json -> {
            try {
                JsonNode node = JSON.readTree(json);
                Map<Field, String> texts = new EnumMap<>(Field.class);
                kind.fields().stream()
                        .filter(field -> node.path("texts").has(field.name()))
                        .forEach(field -> texts.put(
                                field, node.path("texts").path(field.name()).asText()));
                return new Typed(new Sheet(kind, texts), node.path("version").asInt());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** Whether a form was kept for that owner. */
    boolean isOf(String id, String owner) {
        return content(id, FORM, JSON_TYPE)
                .map(json -> {
                    try {
                        return JSON.readTree(json).path("owner").asText().equals(owner);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .orElse(false);
    }

    String keepTable(byte[] csv) {
        return stage(csv, TABLE, CSV_TYPE);
    }

    Optional<byte[]> table(String id) {
        return content(id, TABLE, CSV_TYPE);
    }

    private String stage(byte[] content, String name, String type) {
        try {
            return files.stage(new ByteArrayInputStream(content), new NewFile(name, type, LARGEST))
                    .id()
                    .value();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Only what was staged here: the id of any other file finds nothing. */
    private Optional<byte[]> content(String id, String name, String type) {
        FileId file;
        try {
            file = new FileId(id);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        return files.find(file)
                .filter(found -> found.owner() == null
                        && found.name().equals(name)
                        && found.mediaType().equals(type))
                .map(found -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try {
                        files.write(found.id(), bytes);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                    return bytes.toByteArray();
                });
    }
}
