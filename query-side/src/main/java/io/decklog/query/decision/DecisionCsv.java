package io.decklog.query.decision;

import io.decklog.api.incident.Option;
import io.decklog.query.download.Csv;
import io.decklog.query.download.Csv.Column;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decision audit as a table: a line for each decision, the names of the columns those of the fields in JSON. */
final class DecisionCsv {

    static final Csv<Found> TABLE = new Csv<>(List.of(
            column("decisionId", Decision::decisionId),
            column("incidentId", Decision::incidentId),
            column("number", Decision::number),
            column("kind", Decision::kind),
            column("state", Decision::state),
            column("question", Decision::question),
            column(
                    "options",
                    decision -> decision.options().stream().map(Option::name).toList()),
            column("chosen", Decision::chosen),
            column("reversibility", Decision::reversibility),
            column("rationale", Decision::rationale),
            column("decidedBy", Decision::decidedBy),
            column("participants", Decision::participants),
            column("decidedAt", Decision::decidedAt),
            column("recordedAt", Decision::recordedAt),
            column("evidence", Decision::evidence),
            column("expectedOutcome", Decision::expectedOutcome),
            column("severity", Decision::severity),
            column("services", Decision::services),
            column("permanence", Decision::permanence),
            column("overObjection", Decision::overObjection),
            column("superseded", Decision::superseded),
            column("supersededBy", Decision::supersededBy),
            column("soundness", Decision::soundness),
            column("outcome", Decision::outcome),
            column("late", Decision::late),
            column("lateReason", Decision::lateReason),
            column("struck", Decision::struck),
            column("correctedText", Decision::correctedText)));

    private DecisionCsv() {}

    private static Column<Found> column(String name, Function<Decision, @Nullable Object> value) {
        return new Column<>(name, found -> value.apply(found.decision()));
    }
}
