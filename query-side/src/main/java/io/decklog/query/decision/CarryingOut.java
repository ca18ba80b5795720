package io.decklog.query.decision;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationEvent.MitigationAssessed;
import io.decklog.api.incident.MitigationEvent.MitigationRolledBack;
import io.decklog.api.incident.MitigationId;
import io.decklog.query.decision.DecisionRow.Assessed;
import io.decklog.query.decision.DecisionRow.CarriedOutBy;
import io.decklog.query.decision.DecisionRow.Recorded;
import io.decklog.query.decision.DecisionRow.RolledBack;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How decisions are carried out: by which mitigations, and what came of those. */
record CarryingOut(RecordedEvent recorded, Rows<DecisionRow> rows) {

    private static final String REDACTED = "(redacted)";

    List<DecisionRow> after(MitigationEvent event) {
        return switch (event) {
            case MitigationApplied e -> applied(e);
            case MitigationAssessed e -> mitigated(e, done -> assessed(done, e));
            case MitigationRolledBack e ->
                mitigated(
                        e,
                        done -> with(
                                done,
                                done.assessments(),
                                new RolledBack(e.stamp().id(), e.stamp().occurredAt())));
            case MitigationEvent.PermanentFixPlanned _, MitigationEvent.PermanentFixCompleted _ -> List.of();
        };
    }

    private List<DecisionRow> applied(MitigationApplied e) {
        if (e.decisionId() == null) {
            return List.of();
        }
        var done = new CarriedOutBy(
                e.mitigationId(),
                e.kind(),
                e.permanence(),
                e.description(),
                e.stamp().occurredAt(),
                List.of(),
                null,
                false);
        return DecisionFold.decision(e.decisionId(), recorded, rows).stream()
                .flatMap(decision ->
                        told(decision, Aftermaths.added(decision.aftermath().mitigations(), done)))
                .toList();
    }

    private List<DecisionRow> mitigated(MitigationEvent event, UnaryOperator<CarriedOutBy> change) {
        return rows
                .find(recorded.key(DecisionRow.MENTION, event.mitigationId().value()), DecisionRow.Mention.class)
                .flatMap(mention -> DecisionFold.decision(mention.decisionId(), recorded, rows))
                .stream()
                .flatMap(decision -> told(decision, changed(decision, event.mitigationId(), change)))
                .toList();
    }

    /** The entry has an id of its own, and leaves a note which decision it is about. */
    private Stream<DecisionRow> told(Recorded decision, List<CarriedOutBy> mitigations) {
        return Stream.of(
                decision.with(Aftermaths.carriedOut(decision.aftermath(), mitigations), recorded.sequence()),
                new DecisionRow.Mention(
                        decision.incidentId(),
                        recorded.sequence(),
                        recorded.stamp().id(),
                        decision.matter().decisionId()));
    }

    private static List<CarriedOutBy> changed(
            Recorded decision, MitigationId mitigation, UnaryOperator<CarriedOutBy> change) {
        return decision.aftermath().mitigations().stream()
                .map(done -> done.mitigationId().equals(mitigation) ? change.apply(done) : done)
                .toList();
    }

    private static CarriedOutBy assessed(CarriedOutBy done, MitigationAssessed e) {
        var assessed = new Assessed(e.stamp().id(), e.effect(), e.stamp().occurredAt(), false);
        return with(done, Aftermaths.added(done.assessments(), assessed), done.rolledBack());
    }

    /** Whether an entry applied, assessed or took back one of the mitigations. */
    static boolean tells(Recorded decision, UUID entryId) {
        return decision.aftermath().mitigations().stream().anyMatch(done -> tells(done, entryId));
    }

    private static boolean tells(CarriedOutBy done, UUID entryId) {
        return done.mitigationId().value().equals(entryId)
                || done.assessments().stream().map(Assessed::entryId).anyMatch(entryId::equals)
                || (done.rolledBack() != null && done.rolledBack().entryId().equals(entryId));
    }

    /** What becomes of it when one of those entries is struck or redacted. A correction says it in other words only. */
    static DecisionRow after(EntryEvent event, Recorded decision, long sequence) {
        var entry = event.entryId().value();
        UnaryOperator<CarriedOutBy> change = switch (event) {
            case EntryEvent.EntryStruck _ -> done -> struck(done, entry);
            case EntryEvent.EntryRedacted _ -> done -> redacted(done, entry);
            case EntryEvent.EntryCorrected _, EntryEvent.EntryPinned _ -> done -> done;
        };
        var mitigations =
                decision.aftermath().mitigations().stream().map(change).toList();
        return decision.with(Aftermaths.carriedOut(decision.aftermath(), mitigations), sequence);
    }

    private static CarriedOutBy struck(CarriedOutBy done, UUID entry) {
        var assessments = done.assessments().stream()
                .map(said -> said.entryId().equals(entry)
                        ? new Assessed(said.entryId(), said.effect(), said.at(), true)
                        : said)
                .toList();
        var rolledBack =
                done.rolledBack() != null && done.rolledBack().entryId().equals(entry) ? null : done.rolledBack();
        var rest = with(done, assessments, rolledBack);
        return done.mitigationId().value().equals(entry) ? with(rest, rest.description(), true) : rest;
    }

    private static CarriedOutBy redacted(CarriedOutBy done, UUID entry) {
        return done.mitigationId().value().equals(entry) ? with(done, REDACTED, done.struck()) : done;
    }

    private static CarriedOutBy with(CarriedOutBy done, List<Assessed> assessments, @Nullable RolledBack rolledBack) {
        return new CarriedOutBy(
                done.mitigationId(),
                done.kind(),
                done.permanence(),
                done.description(),
                done.appliedAt(),
                assessments,
                rolledBack,
                done.struck());
    }

    private static CarriedOutBy with(CarriedOutBy done, String description, boolean struck) {
        return new CarriedOutBy(
                done.mitigationId(),
                done.kind(),
                done.permanence(),
                description,
                done.appliedAt(),
                done.assessments(),
                done.rolledBack(),
                struck);
    }
}
