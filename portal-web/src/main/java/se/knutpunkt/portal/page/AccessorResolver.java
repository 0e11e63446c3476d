package se.knutpunkt.portal.page;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls the accessors that pages name, as {@code #{page.title()}}. The container's own resolver asks the class for all
 * its methods at each call, an eighth of what rendering cost; here a class is asked once. What is
 * overloaded, needs conversion or is not public is left to it.
 */
public class AccessorResolver extends ELResolver {
    private static final Object[] NONE = {};

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object name,
            Class<?> @Nullable [] types,
            Object @Nullable [] values) {
        if (base == null || !(name instanceof String method)) {
            return null;
        }
        Object[] arguments = values == null ? NONE : values;
        Method accessor = ACCESSORS.get(base.getClass()).get(key(method, arguments.length));
        if (accessor == null || !takes(accessor, arguments)) {
            return null;
        }
        try {
            Object result = accessor.invoke(base, arguments);
            context.setPropertyResolved(base, name);
            return result;
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException hidden) {
            return null;
        }
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        // nothing is set through a page
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    private static Map<String, Method> accessors(Class<?> type) {
        Map<String, Method> accessors = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        if (!Modifier.isPublic(type.getModifiers())) {
            return accessors;
        }
        for (Method method : type.getMethods()) {
            if (method.isBridge() || Modifier.isStatic(method.getModifiers()) || method.isVarArgs()) {
                continue;
            }
            String key = key(method.getName(), method.getParameterCount());
            if (named.merge(key, 1, Integer::sum) > 1) {
                accessors.remove(key);
            } else if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                accessors.put(key, method);
            }
        }
        return accessors;
    }

    private static boolean takes(Method accessor, Object[] arguments) {
        Class<?>[] parameters = accessor.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            // null may stand for an absent number or an empty text, which the container knows how to convert
            if (arguments[i] == null || !parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static String key(String name, int parameters) {
        return parameters == 0 ? name : name + '/' + parameters;
    }
}
