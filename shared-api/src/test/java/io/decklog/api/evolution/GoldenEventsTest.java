package io.decklog.api.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * One golden file per event and revision, {@code events/<Name>.<revision>.json}, appended to and never changed: what
 * stands there is in somebody's log. A changed form of an event needs a new revision, a new file and an upcaster.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = EventJson.mapper();

    static Stream<Class<?>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_event_is_read_from_its_golden_file_and_written_back_the_same(Class<?> type) throws IOException {
        var golden = GOLDEN.resolve(type.getSimpleName() + "." + EventTypes.revisionOf(type) + ".json");
        assertThat(golden).as("the golden file of the current revision").exists();
        var tree = JSON.readTree(Files.readString(golden, StandardCharsets.UTF_8));

        var event = JSON.treeToValue(tree, type);

        assertThat(JSON.writeValueAsString(event)).isEqualTo(JSON.writeValueAsString(tree));
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_golden_file_has_a_value_for_every_component_of_its_event(Class<?> type) throws IOException {
        var golden = GOLDEN.resolve(type.getSimpleName() + "." + EventTypes.revisionOf(type) + ".json");
        var tree = JSON.readTree(Files.readString(golden, StandardCharsets.UTF_8));

        for (var component : type.getRecordComponents()) {
            assertThat(tree.has(component.getName())).as(component.getName()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_former_revision_keeps_its_golden_file(Class<?> type) {
        for (int revision = 1; revision < Integer.parseInt(EventTypes.revisionOf(type)); revision++) {
            assertThat(GOLDEN.resolve(type.getSimpleName() + "." + revision + ".json"))
                    .exists();
        }
    }

    @Test
    void every_golden_file_belongs_to_an_event_that_still_exists() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
                    .allMatch(name -> EventTypes.named(name).isPresent());
        }
    }
}
