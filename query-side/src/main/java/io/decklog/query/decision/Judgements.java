package io.decklog.query.decision;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.ReviewEvent.DecisionJudged;
import io.decklog.query.decision.DecisionRow.Judgement;
import io.decklog.query.decision.DecisionRow.Recorded;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What reviews make of decisions. The last judgement that is not struck counts. */
final class Judgements {

    private static final String REDACTED = "(redacted)";

    private Judgements() {}

    static List<DecisionRow> judged(DecisionJudged e, RecordedEvent recorded, Rows<DecisionRow> rows) {
        var judgement = new Judgement(
                e.stamp().id(),
                e.soundness(),
                e.outcome(),
                e.reasoning(),
                e.stamp().attribution().person(),
                e.stamp().occurredAt(),
                false,
                null);
        return DecisionFold.decision(e.decisionId(), recorded, rows).stream()
                .<DecisionRow>flatMap(decision -> Stream.of(
                        with(decision, Aftermaths.added(decision.aftermath().judgements(), judgement), recorded),
                        new DecisionRow.Mention(
                                e.incidentId(), recorded.sequence(), judgement.entryId(), e.decisionId())))
                .toList();
    }

    static boolean isOne(Recorded decision, UUID entryId) {
        return decision.aftermath().judgements().stream()
                .map(Judgement::entryId)
                .anyMatch(entryId::equals);
    }

    /** What becomes of a judgement whose entry is corrected, struck or redacted. */
    static DecisionRow after(EntryEvent event, Recorded decision, RecordedEvent recorded) {
        var judgements = decision.aftermath().judgements().stream()
                .map(said -> said.entryId().equals(event.entryId().value()) ? changed(said, event) : said)
                .toList();
        return with(decision, judgements, recorded);
    }

    private static Judgement changed(Judgement said, EntryEvent event) {
        return switch (event) {
            case EntryEvent.EntryCorrected e -> with(said, said.reasoning(), said.struck(), e.text());
            case EntryEvent.EntryStruck _ -> with(said, said.reasoning(), true, said.correctedText());
            case EntryEvent.EntryRedacted _ -> with(said, REDACTED, said.struck(), null);
            case EntryEvent.EntryPinned _ -> said;
        };
    }

    private static Judgement with(Judgement said, String reasoning, boolean struck, @Nullable String correctedText) {
        return new Judgement(
                said.entryId(),
                said.soundness(),
                said.outcome(),
                reasoning,
                said.by(),
                said.judgedAt(),
                struck,
                correctedText);
    }

    private static Recorded with(Recorded decision, List<Judgement> judgements, RecordedEvent recorded) {
        return decision.with(Aftermaths.judged(decision.aftermath(), judgements), recorded.sequence());
    }

    static Optional<Judgement> counting(List<Judgement> judgements) {
        return judgements.stream().filter(said -> !said.struck()).reduce((_, later) -> later);
    }
}
