package io.decklog.query.timeline;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.redaction.FreeText;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entry that takes a decision repeats its question and its options. Where one of the entries that said them first is
 * redacted, what it said goes from there too, as it does from the log.
 */
record Repetitions(RecordedEvent recorded, Rows<TimelineRow> rows) {

    private static final JsonMapper JSON = EventJson.mapper();

    /** The entries that repeat what an entry says, without it. */
    Stream<TimelineEntry> without(TimelineEntry entry) {
        return switch (entry.details()) {
            case EntryDetails.DecisionRaised _ -> without(entry.details(), entry.entryId());
            case EntryDetails.OptionProposed option ->
                without(option, option.decisionId().value());
            default -> Stream.empty();
        };
    }

    private Stream<TimelineEntry> without(EntryDetails said, UUID decision) {
        var texts = FreeText.takeOut(JSON.<ObjectNode>valueToTree(said));
        return rows.find(recorded.key(TimelineRow.MENTION, decision), TimelineRow.Mention.class).stream()
                .flatMap(mention -> mention.quotedBy().stream())
                .flatMap(id -> Quotations.entry(id, recorded, rows).stream())
                .filter(quoting -> quoting.details() instanceof EntryDetails.DecisionTaken)
                .map(taken -> without(taken, texts));
    }

    private TimelineEntry without(TimelineEntry taken, List<String> texts) {
        var details = JSON.<ObjectNode>valueToTree(taken.details());
        FreeText.takeOut(details, texts);
        var left = JSON.treeToValue(details, EntryDetails.DecisionTaken.class);
        return taken.reworded(left, new Words(taken.occurredAt(), _ -> FreeText.REDACTED).textOf(left));
    }
}
