package se.knutpunkt.eforms.design;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Limits;

/** The names of the limits a field states. */
final class LimitNames {

    private LimitNames() {}

    static List<String> stated(Limits limits) {
        List<String> stated = new ArrayList<>();
        for (RecordComponent component : Limits.class.getRecordComponents()) {
            if (value(limits, component) != null) {
                stated.add(component.getName());
            }
        }
        return stated;
    }

    private static @Nullable Object value(Limits limits, RecordComponent component) {
        try {
            return component.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a limit cannot be read", e);
        }
    }
}
