package io.decklog.api.evolution;

import io.decklog.api.incident.IncidentEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * The names under which events are stored: the simple name of the record, {@code DecisionRecorded}. The log does not
 * know in which Java package an event lives, so that packages can be moved without touching what is written.
 */
public final class EventTypes {

    private static final Map<String, Class<?>> BY_NAME = records(IncidentEvent.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    /** Every kind of event there is. */
    public static Collection<Class<?>> all() {
        return BY_NAME.values();
    }

    /** The class of the events stored under a name. */
    public static Optional<Class<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name under which events of a class are stored; empty if it is not an event. */
    public static Optional<String> nameOf(Class<?> type) {
        return type.equals(BY_NAME.get(type.getSimpleName())) ? Optional.of(type.getSimpleName()) : Optional.empty();
    }

    /** The revision in which events of a class are written today. */
    public static String revisionOf(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(Revision.class), event + " carries no @Revision")
                .value();
    }

    private static Stream<Class<?>> records(Class<?> vocabulary) {
        return vocabulary.isSealed()
                ? Arrays.stream(vocabulary.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(vocabulary);
    }
}
