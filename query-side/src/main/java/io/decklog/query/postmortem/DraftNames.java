package io.decklog.query.postmortem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache.VariableFetcher;
import io.decklog.query.timeline.EntryDetails;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a template names in a draft: the fields of the JSON draft, under the names they have there. Nothing but
 * Decklog's own records and constants is looked into, so that a template reaches the draft and nothing else.
 */
final class DraftNames extends BasicCollector {

    private static final String OURS = "io.decklog.";

    @Override
    public @Nullable VariableFetcher createFetcher(Object context, String name) {
        if (context instanceof Map<?, ?>) {
            return super.createFetcher(context, name);
        }
        if (context instanceof WrittenSections) {
            return (sections, section) -> ((WrittenSections) sections).byName().get(section);
        }
        var type = context.getClass();
        var found = type.getName().startsWith(OURS) ? fetcher(type, name) : null;
        return found == null && context instanceof EntryDetails ? (_, _) -> null : found;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }

    private static @Nullable VariableFetcher fetcher(Class<?> type, String name) {
        return accessor(type, name)
                .<VariableFetcher>map(method -> (object, _) -> method.invoke(object))
                .or(() -> unwrapped(type)
                        .flatMap(part -> accessor(part.getType(), name)
                                .map(method -> (object, _) ->
                                        method.invoke(part.getAccessor().invoke(object)))))
                .orElse(null);
    }

    private static Optional<Method> accessor(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && isRead(method))
                .filter(Method::trySetAccessible)
                .findFirst();
    }

    private static boolean isRead(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers());
    }

    /** The part of a record whose fields stand among its own in JSON. */
    private static Optional<RecordComponent> unwrapped(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .filter(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                        .findFirst()
                : Optional.empty();
    }
}
