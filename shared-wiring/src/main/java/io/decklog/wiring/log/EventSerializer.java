package io.decklog.wiring.log;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.evolution.EventTypes;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes events as plain JSON, under the names {@link EventTypes} gives them instead of those of their classes. */
final class EventSerializer extends Jackson3Serializer {

    private EventSerializer(Builder builder) {
        super(builder);
    }

    static EventSerializer of(RevisionResolver revisionResolver) {
        return new EventSerializer(
                builder().revisionResolver(revisionResolver).jsonMapperBuilderCustomizer(EventJson::configure));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return EventTypes.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, EventTypes.revisionOf(type)))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return EventTypes.named(serializedType.getName()).map(Class::getName).orElseGet(serializedType::getName);
    }
}
