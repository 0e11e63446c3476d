package se.knutpunkt.hub.database;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries by a script, with rows of numbers by column name; a column that is not there is null. Of changes it tells
 * how many rows the script gives for them.
 */
public final class ScriptedDatabase extends Database {
    private final BiFunction<String, List<Object>, List<Map<String, Long>>> script;

    public ScriptedDatabase(BiFunction<String, List<Object>, List<Map<String, Long>>> script) {
        this.script = script;
    }

    @Override
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        List<T> read = new ArrayList<>();
        for (Map<String, Long> columns : script.apply(sql, Arrays.asList(values))) {
            read.add(reader.read(new Row(rows(columns))));
        }
        return read;
    }

    @Override
    public int update(String sql, @Nullable Object... values) {
        return script.apply(sql, Arrays.asList(values)).size();
    }

    private static ResultSet rows(Map<String, Long> columns) {
        AtomicBoolean wasNull = new AtomicBoolean();
        return (ResultSet) Proxy.newProxyInstance(
                ScriptedDatabase.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("wasNull")) {
                        return wasNull.get();
                    }
                    Long number = columns.get((String) arguments[0]);
                    wasNull.set(number == null);
                    return number == null ? 0L : number;
                });
    }
}
