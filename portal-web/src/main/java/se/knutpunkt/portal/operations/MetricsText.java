package se.knutpunkt.portal.operations;

import java.util.Locale;

/** Writes figures in Prometheus' text format 0.0.4. */
final class MetricsText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Begins a family of figures. */
    MetricsText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /**
     * One figure.
     *
     * @param labels name and value in turn
     */
    MetricsText figure(String name, double value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length > 0 ? "} " : " ");
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        text.append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value));
        text.append('\n');
        return this;
    }

    MetricsText append(MetricsText other) {
        text.append(other.text);
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
