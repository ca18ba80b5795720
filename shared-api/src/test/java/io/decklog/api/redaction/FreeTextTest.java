package io.decklog.api.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FreeTextTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");

    /** What is text in JSON, but says who, where, when, which: a new field is either here or free text. */
    private static final Set<String> NOT_FREE = Set.of(
            "actionItemId",
            "assignee",
            "audience",
            "by",
            "client",
            "decidedBy",
            "decisionId",
            "detectedAt",
            "dueAt",
            "effect",
            "entryId",
            "facilitator",
            "from",
            "holder",
            "hypothesisId",
            "id",
            "incidentId",
            "judgedOn",
            "kind",
            "mitigationId",
            "neededBy",
            "nextUpdateBy",
            "number",
            "occurredAt",
            "onBehalfOf",
            "originallyRecordedAt",
            "other",
            "otherNumber",
            "outcome",
            "owner",
            "participants",
            "permanence",
            "previousAssignee",
            "previousHolder",
            "recordedAt",
            "rehearses",
            "relation",
            "reversibility",
            "role",
            "section",
            "service",
            "services",
            "severity",
            "since",
            "sha256",
            "soundness",
            "source",
            "startedAt",
            "system",
            "taskId",
            "to",
            "promisedAt",
            "promisedBy",
            "cadence");

    static Stream<Path> goldenEvents() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenEvents")
    void every_text_in_an_event_is_known_to_be_free_or_not(Path golden) {
        var unknown = new TreeSet<String>();
        collect(read(golden), "", unknown);
        unknown.removeIf(field -> FreeText.isIn(field) || NOT_FREE.contains(field));

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenEvents")
    void an_event_without_its_texts_is_still_an_event(Path golden) {
        var event = read(golden);
        var type = EventTypes.named(golden.getFileName().toString().replaceFirst("\\..*", ""));

        var texts = FreeText.takeOut(event);

        assertThat(FreeText.takeOut(event)).isEmpty();
        texts.forEach(text -> assertThat(event.toString()).doesNotContain("\"" + text + "\""));
        if (golden.toString().endsWith("." + EventTypes.revisionOf(type.orElseThrow()) + ".json")) {
            assertThat(JsonMapper.shared().treeToValue(event, type.orElseThrow()))
                    .isNotNull();
        }
    }

    @Test
    void what_repeats_a_text_loses_that_text_only() {
        var event = (ObjectNode) JsonMapper.shared().readTree("""
                {"question":"Roll back?","options":[{"name":"yes"},{"name":"no"}],"choice":{"chosen":"no"}}""");

        var found = FreeText.takeOut(event, Set.of("no", "perhaps"));

        assertThat(found).containsExactly("no", "no");
        assertThat(event.toString()).isEqualTo("""
                {"question":"Roll back?","options":[{"name":"yes"},{"name":"(redacted)"}],"choice":{"chosen":"(redacted)"}}""");
    }

    @Test
    void evidence_that_is_an_entry_stays() {
        var event = (ObjectNode) JsonMapper.shared().readTree("""
                {"evidence":["https://example.com/?token=1","0199d2a0-0000-7000-8000-000000000001"]}""");

        FreeText.takeOut(event);

        assertThat(event.toString()).isEqualTo("""
                {"evidence":["0199d2a0-0000-7000-8000-000000000001"]}""");
    }

    private static ObjectNode read(Path golden) {
        return (ObjectNode) JsonMapper.shared().readTree(golden.toFile());
    }

    private static void collect(JsonNode node, String field, Set<String> fields) {
        if (node.isString()) {
            fields.add(field);
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, field, fields));
        }
        node.properties().forEach(property -> collect(property.getValue(), property.getKey(), fields));
    }
}
