package io.decklog.query.postmortem;

import io.decklog.api.incident.Evidence;
import io.decklog.query.timeline.EntryDetails;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two drafts a template is tried on before it is used: one in which every field has a value and every list an element,
 * one that has no more than every draft has. What they say is of no matter.
 */
final class SpecimenDraft {

    static final Postmortem FULL = (Postmortem) new SpecimenDraft(true).record(Postmortem.class);
    static final Postmortem EMPTY = (Postmortem) new SpecimenDraft(false).record(Postmortem.class);

    private final boolean full;

    private SpecimenDraft(boolean full) {
        this.full = full;
    }

    private Object record(Class<?> type) {
        var parts = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(parts).map(this::part).toArray());
        } catch (ReflectiveOperationException unlikeAnyOther) {
            throw new IllegalStateException("no specimen of " + type, unlikeAnyOther);
        }
    }

    private @Nullable Object part(RecordComponent part) {
        var mayBeAbsent = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return full || !mayBeAbsent ? value(part.getGenericType()) : null;
    }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType listOrMap -> collection(listOrMap);
            case Class<?> one -> one(one);
            default -> throw new IllegalStateException("no specimen of " + type);
        };
    }

    private Object collection(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return full ? Map.of(value(arguments[0]), value(arguments[1])) : Map.of();
        }
        return full ? List.of(value(arguments[0])) : List.of();
    }

    private Object one(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == UUID.class) {
            return new UUID(0, 0);
        }
        if (type == boolean.class) {
            return full;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == Evidence.class) {
            return new Evidence("https://example.org/");
        }
        if (type == EntryDetails.class) {
            return new EntryDetails.Redacted();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("no specimen of " + type);
    }
}
