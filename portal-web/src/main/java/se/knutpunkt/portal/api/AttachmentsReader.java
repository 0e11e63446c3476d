package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.Withheld;
import se.knutpunkt.hub.secrecy.Provisions;

/** Reads {@code bilagor}: small files inside the message as Base64, or announced by their hash to come after it. */
final class AttachmentsReader {

    private static final int MOST = 20;
    private static final TextForm NAME = TextForm.of(255, "[^/\\\\]+", "a file name without folders");
    private static final TextForm MEDIA_TYPE =
            TextForm.of(100, "[a-z]+/[a-z0-9][a-z0-9.+-]*", "a media type in small letters, such as application/pdf");
    private static final TextForm SHA256 = TextForm.of(64, "[0-9a-f]{64}", "64 hexadecimal digits in small letters");
    private static final TextForm PROVISION = TextForm.line(40);
    private static final TextForm WORDS = TextForm.line(255);
    private static final TextForm CONTENT = TextForm.line(ApiLimits.EVENT_BYTES);

    private final Faults faults;
    private final List<IncomingAttachment> attachments = new ArrayList<>();

    AttachmentsReader(ObjectReader data, Faults faults) {
        this.faults = faults;
        data.member("bilagor").ifPresent(node -> all(data, node));
    }

    List<IncomingAttachment> read() {
        return attachments;
    }

    private void all(ObjectReader data, JsonNode node) {
        if (!node.isArray() || node.size() > MOST) {
            data.fault("bilagor", "The value is an array of at most " + MOST + " objects.");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            String pointer = data.at("bilagor") + "/" + i;
            if (node.get(i) instanceof ObjectNode object) {
                one(new ObjectReader(object, pointer, faults));
            } else {
                faults.add(pointer, "The value is an object.");
            }
        }
    }

    private void one(ObjectReader attachment) {
        Optional<String> name = attachment.required("namn", NAME);
        Optional<String> mediaType = attachment.required("mediatyp", MEDIA_TYPE);
        boolean announced = attachment.member("sha256").isPresent();
        if (announced && attachment.member("innehall").isPresent()) {
            attachment.fault("sha256", "A file is either here as innehall or announced by sha256.");
        }
        Optional<String> sha256 = attachment.optional("sha256", SHA256);
        Optional<String> base64 = announced ? Optional.empty() : attachment.required("innehall", CONTENT);
        @Nullable
        Withheld withheld = attachment
                .child("undantagen")
                .flatMap(AttachmentsReader::withheld)
                .orElse(null);
        attachment.refuseOthers();
        if (name.isEmpty() || mediaType.isEmpty() || (base64.isEmpty() && sha256.isEmpty())) {
            return;
        }
        if (sha256.isPresent()) {
            attachments.add(new IncomingAttachment.Announced(name.get(), mediaType.get(), sha256.get(), withheld));
            return;
        }
        try {
            byte[] content = Base64.getDecoder().decode(base64.get());
            attachments.add(new IncomingAttachment.Inline(name.get(), mediaType.get(), content, withheld));
        } catch (IllegalArgumentException notBase64) {
            attachment.fault("innehall", "The content is Base64 (RFC 4648, section 4) without line breaks.");
        }
    }

    /** That the party may not have it (OSL 10:3): by which provision, why, and what the party may know. */
    private static Optional<Withheld> withheld(ObjectReader withheld) {
        Optional<String> provision = withheld.required("lagrum", PROVISION);
        if (provision.isPresent() && !Provisions.shipped().marks(provision.get())) {
            withheld.fault("lagrum", ConfidentialityReader.NO_PROVISION);
        }
        Optional<String> reason = withheld.required("skal", WORDS);
        Optional<String> told = withheld.optional("upplysning", WORDS);
        withheld.refuseOthers();
        return provision.isPresent() && reason.isPresent()
                ? Optional.of(new Withheld(provision.get(), reason.get(), told.orElse(null)))
                : Optional.empty();
    }
}
