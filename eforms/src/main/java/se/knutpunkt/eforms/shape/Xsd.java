package se.knutpunkt.eforms.shape;

/** Declarations that the shapes share; the prefix of the XSD's own types is {@code xs}. */
final class Xsd {

    private Xsd() {}

    /** Opens an element that a document has at most once. */
    static Xml open(Xml out, String name, String about, boolean required) {
        out.open("element", "name", name, "minOccurs", required ? "1" : "0");
        return documented(out, about);
    }

    /** Opens an element that a document may have several times. */
    static Xml openMany(Xml out, String name, String about, int least, int most) {
        out.open(
                "element",
                "name",
                name,
                "minOccurs",
                Integer.toString(least),
                "maxOccurs",
                Integer.toString(Math.max(least, most)));
        return documented(out, about);
    }

    private static Xml documented(Xml out, String about) {
        return out.open("annotation").leaf("documentation", about).close();
    }

    /** Opens a simple type that narrows another; {@link #closeSimple} closes it. */
    static Xml openSimple(Xml out, String base) {
        return out.open("simpleType").open("restriction", "base", "xs:" + base);
    }

    static Xml closeSimple(Xml out) {
        return out.close().close();
    }

    static Xml facet(Xml out, String name, String value) {
        return out.mark(name, "value", value);
    }

    /** Writes a type whose values are these codes alone. */
    static void codes(Xml out, java.util.Map<String, String> labels) {
        openSimple(out, "string");
        labels.forEach((code, label) -> out.open("enumeration", "value", code)
                .open("annotation")
                .leaf("documentation", label)
                .close()
                .close());
        closeSimple(out);
    }
}
