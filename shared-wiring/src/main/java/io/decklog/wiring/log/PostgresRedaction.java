package io.decklog.wiring.log;

import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.redaction.FreeText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites events where they stand. What was folded from them is thrown away and folded again. */
final class PostgresRedaction implements RedactableLog {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    PostgresRedaction(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event as it is stored. */
    private record Stored(long index, String type, ObjectNode payload, ObjectNode metaData) {

        boolean is(EntryId entry) {
            return entry.toString().equals(payload.path("stamp").path("id").asString());
        }

        /** A correction holds a text of the entry. A published postmortem tells of all of them. */
        boolean speaksFor(EntryId entry) {
            return is(entry)
                    || ("EntryCorrected".equals(type)
                            && entry.toString().equals(payload.path("entryId").asString()))
                    || "PostmortemPublished".equals(type);
        }

        boolean isOfSameDecision(ObjectNode other) {
            var decision = payload.path("decisionId").asString("");
            return !decision.isEmpty()
                    && decision.equals(other.path("decisionId").asString(""));
        }
    }

    @Override
    public void redact(IncidentId incident, EntryId entry) {
        var events = events(incident);
        events.stream().filter(event -> event.is(entry)).findFirst().ifPresent(redacted -> {
            var original = redacted.payload().deepCopy();
            var texts = FreeText.takeOut(redacted.payload());
            write(redacted, texts);
            events.stream()
                    .filter(event -> event.index() > redacted.index())
                    .forEach(later -> redactIn(later, entry, original, texts));
        });
        jdbc.sql("DELETE FROM snapshot_event_entry WHERE aggregate_identifier = ?")
                .param(incident.toString())
                .update();
    }

    private void redactIn(Stored later, EntryId entry, ObjectNode original, List<String> texts) {
        if (later.speaksFor(entry)) {
            write(later, FreeText.takeOut(later.payload()));
        } else if (later.isOfSameDecision(original)) {
            write(later, FreeText.takeOut(later.payload(), texts));
        }
    }

    @Override
    public boolean removesText() {
        return true;
    }

    private List<Stored> events(IncidentId incident) {
        return jdbc.sql("""
                        SELECT global_index, payload_type, payload, meta_data FROM domain_event_entry
                        WHERE aggregate_identifier = ? ORDER BY sequence_number FOR UPDATE
                        """)
                .param(incident.toString())
                .query((row, number) -> new Stored(
                        row.getLong("global_index"),
                        row.getString("payload_type"),
                        (ObjectNode) json.readTree(row.getBytes("payload")),
                        (ObjectNode) json.readTree(row.getBytes("meta_data"))))
                .list();
    }

    private void write(Stored event, List<String> takenOut) {
        if (takenOut.isEmpty()) {
            return;
        }
        TextDigest.replaceSalt(event.metaData(), takenOut);
        jdbc.sql("UPDATE domain_event_entry SET payload = ?, meta_data = ? WHERE global_index = ?")
                .params(
                        json.writeValueAsBytes(event.payload()),
                        json.writeValueAsBytes(event.metaData()),
                        event.index())
                .update();
    }
}
