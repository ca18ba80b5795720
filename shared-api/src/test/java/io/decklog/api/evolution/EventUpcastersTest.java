package io.decklog.api.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was written in an earlier revision is read as the event of today. */
class EventUpcastersTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = EventJson.mapper();
    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(EventJson::configure)
            .build();

    record Former(Class<?> event, int revision) {}

    static Stream<Former> formerRevisions() {
        return EventTypes.all().stream()
                .flatMap(event -> IntStream.range(1, Integer.parseInt(EventTypes.revisionOf(event)))
                        .mapToObj(revision -> new Former(event, revision)));
    }

    @ParameterizedTest
    @MethodSource("formerRevisions")
    void each_former_revision_becomes_the_event_of_today(Former former) throws IOException {
        var name = former.event().getSimpleName();
        var upcast = upcast(name, former.revision() + "", golden(name, former.revision()), EventUpcasters.inOrder());

        assertThat(upcast.getType().getName()).isEqualTo(name);
        assertThat(upcast.getType().getRevision()).isEqualTo(EventTypes.revisionOf(former.event()));
        var event = JSON.treeToValue(json(upcast), former.event());
        assertThat(JSON.writeValueAsString(event)).isEqualTo(JSON.writeValueAsString(json(upcast)));
    }

    @Test
    void a_status_update_of_revision_1_does_not_know_what_had_been_promised() throws IOException {
        var upcast = upcast("StatusUpdatePublished", "1", golden("StatusUpdatePublished", 1), EventUpcasters.inOrder());

        assertThat(JSON.treeToValue(json(upcast), StatusUpdatePublished.class))
                .isEqualTo(new StatusUpdatePublished(
                        IncidentId.valueOf("0199d2a0-0000-7000-8000-000000000001"),
                        new Stamp(
                                UUID.fromString("0199d2a0-0000-7000-8000-000000000009"),
                                new Attribution("dana", "chat-bot", "noor"),
                                Instant.parse("2026-03-30T08:14:00Z"),
                                Instant.parse("2026-03-30T08:14:05.123456Z"),
                                Instant.parse("2026-03-30T08:14:02Z"),
                                "was on the bridge call"),
                        "service teams",
                        "We are rolling back.",
                        Instant.parse("2026-03-30T08:44:00Z"),
                        null));
    }

    @Test
    void components_can_be_renamed_and_events_can_be_renamed() {
        List<EventUpcaster> steps = List.of(
                RevisionStep.of("RumourHeard", "1", "2", json -> {
                    json.set("source", json.remove("from"));
                    return json;
                }),
                RevisionStep.renamed("RumourHeard", "2", "ReportReceived"));

        var upcast = upcast("RumourHeard", "1", "{\"from\":\"sam\",\"text\":\"it is down\"}", steps);

        assertThat(upcast.getType().getName()).isEqualTo("ReportReceived");
        assertThat(upcast.getType().getRevision()).isEqualTo("1");
        assertThat(json(upcast)).isEqualTo(JSON.readTree("{\"text\":\"it is down\",\"source\":\"sam\"}"));
    }

    private static String golden(String name, int revision) throws IOException {
        return Files.readString(GOLDEN.resolve(name + "." + revision + ".json"), StandardCharsets.UTF_8);
    }

    private static JsonNode json(IntermediateEventRepresentation event) {
        return event.getData(JsonNode.class).getData();
    }

    private static IntermediateEventRepresentation upcast(
            String name, String revision, String json, List<EventUpcaster> steps) {
        var entry = new GenericDomainEventEntry<>(
                "Incident",
                "0199d2a0-0000-7000-8000-000000000001",
                8,
                "0199d2a0-0000-7000-8000-000000000009",
                Instant.EPOCH,
                name,
                revision,
                json.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
        return new EventUpcasterChain(steps)
                .upcast(Stream.of(new InitialEventRepresentation(entry, SERIALIZER)))
                .toList()
                .getFirst();
    }
}
