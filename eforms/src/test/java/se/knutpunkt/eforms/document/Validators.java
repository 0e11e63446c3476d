package se.knutpunkt.eforms.document;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** What validators of others say of documents. */
final class Validators {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Validators() {}

    /** What is wrong with a JSON document; empty when nothing is. */
    static List<String> wrong(byte[] schema, byte[] document) {
        try {
            JsonSchema json = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            new ByteArrayInputStream(schema),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
            return json.validate(MAPPER.readTree(document)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an XML document; empty when nothing is. */
    static List<String> wrongXml(byte[] xsd, byte[] document) {
        try {
            Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return List.of();
        } catch (SAXException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
