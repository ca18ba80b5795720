package io.decklog.api.evolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of an event's JSON: properties in the order of the record, nothing for what has no value, times as RFC 3339
 * text in UTC. The same event always gives the same bytes.
 */
public final class EventJson {

    private EventJson() {}

    /** Gives a mapper under construction the form of events. */
    public static void configure(JsonMapper.Builder mapper) {
        mapper.changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    /** A mapper for events alone. */
    public static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        configure(builder);
        return builder.build();
    }
}
