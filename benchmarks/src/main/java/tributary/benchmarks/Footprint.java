package tributary.benchmarks;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.openjdk.jol.vm.VM;

/// The memory of an object and of all that it holds, each object once, by the layout that this JVM gives it.
final class Footprint {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Class<?>> others;

    /// @param others classes whose objects belong to somebody else
    Footprint(Set<Class<?>> others) {
        this.others = others;
    }

    /// @param bytes of what was not part of another part before
    record Part(String name, long bytes, long objects) {
        Part and(Part other) {
            return new Part(name, bytes + other.bytes, objects + other.objects);
        }
    }

    /// The object's fields one by one, and the object itself.
    ///
    /// @param opened names of fields of which the fields are told, as `acts.browsers`
    /// @param last names of fields that mainly hold what other fields hold too
    List<Part> parts(Object whole, Set<String> opened, Set<String> last) {
        var parts = new ArrayList<Part>();
        measure("", whole, opened, last, parts);
        return parts;
    }

    private void measure(String prefix, Object of, Set<String> opened, Set<String> last, List<Part> parts) {
        seen.add(of);
        parts.add(new Part(prefix + "itself", VM.current().sizeOf(of), 1));
        var fields = new ArrayList<>(fields(of.getClass()));
        fields.sort(Comparator.comparing(field -> last.contains(field.getName())));
        for (var field : fields) {
            var name = prefix + field.getName();
            var value = value(field, of);
            if (value == null || seen.contains(value)) continue;
            if (opened.contains(name)) measure(name + ".", value, opened, last, parts);
            else parts.add(measured(name, value));
        }
    }

    private Part measured(String name, Object root) {
        long bytes = 0;
        long objects = 0;
        var waiting = new ArrayDeque<Object>();
        meet(root, waiting);
        for (var object = waiting.poll(); object != null; object = waiting.poll()) {
            bytes += VM.current().sizeOf(object);
            objects++;
            follow(object, waiting);
        }
        return new Part(name, bytes, objects);
    }

    private void meet(Object object, Deque<Object> waiting) {
        if (object == null || object instanceof Class || object instanceof Enum) return;
        if (others.stream().anyMatch(other -> other.isInstance(object))) return;
        if (seen.add(object)) waiting.add(object);
    }

    private void follow(Object object, Deque<Object> waiting) {
        var type = object.getClass();
        if (!type.isArray()) {
            for (var field : fields(type)) meet(value(field, object), waiting);
        } else if (!type.componentType().isPrimitive()) {
            for (var i = 0; i < Array.getLength(object); i++) meet(Array.get(object, i), waiting);
        }
    }

    /// Those of references, with those of the classes above.
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            var fields = new ArrayList<Field>();
            for (Class<?> at = type; at != null; at = at.getSuperclass())
                for (var field : at.getDeclaredFields())
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
            return List.copyOf(fields);
        }
    };

    private static List<Field> fields(Class<?> type) {
        return FIELDS.get(type);
    }

    private static Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError("it was made accessible", impossible);
        }
    }
}
