package io.decklog.query.postmortem;

import io.decklog.query.postmortem.Postmortem.Hypothesis;
import io.decklog.query.postmortem.Postmortem.Verdict;
import io.decklog.query.postmortem.Standing.Told;
import io.decklog.query.timeline.EntryDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of each hypothesis what became of it. */
record Investigation(Standing standing) {

    List<Hypothesis> hypotheses() {
        return standing.all(EntryDetails.Hypothesis.class).map(this::account).toList();
    }

    private Hypothesis account(Told<EntryDetails.Hypothesis> proposed) {
        var id = proposed.details().hypothesisId();
        var confirmed = standing.last(
                EntryDetails.HypothesisConfirmed.class,
                said -> said.hypothesisId().equals(id));
        var ruledOut = standing.last(
                EntryDetails.HypothesisRuledOut.class,
                said -> said.hypothesisId().equals(id));
        var confirmedAt = confirmed.map(said -> said.entry().sequence()).orElse(0L);
        var ruledOutAt = ruledOut.map(said -> said.entry().sequence()).orElse(0L);
        if (confirmedAt > ruledOutAt) {
            return account(
                    proposed,
                    Verdict.CONFIRMED,
                    confirmed.map(said -> said.details().reason()).orElse(null));
        }
        return ruledOut.isPresent()
                ? account(proposed, Verdict.RULED_OUT, ruledOut.get().details().reason())
                : account(proposed, Verdict.OPEN, null);
    }

    private static Hypothesis account(
            Told<EntryDetails.Hypothesis> proposed, Verdict verdict, @Nullable String reason) {
        return new Hypothesis(
                proposed.details().hypothesisId(),
                proposed.details().text(),
                proposed.person(),
                proposed.entry().occurredAt(),
                verdict,
                reason);
    }
}
