package io.decklog.query.decision;

import io.decklog.query.decision.DecisionRow.Objection;
import io.decklog.query.decision.DecisionRow.Recorded;
import java.util.UUID;

/** What becomes of a decision when one of the entries it is made of is corrected or struck. */
final class Entries {

    private Entries() {}

    static Recorded corrected(Recorded decision, UUID entryId, String text, long sequence) {
        var taken = decision.taken();
        return taken != null && taken.entryId().equals(entryId)
                ? decision.with(taken.corrected(text), sequence)
                : decision.with(
                        Aftermaths.objection(
                                decision.aftermath(),
                                entryId,
                                said -> new Objection(said.entryId(), said.by(), text, said.raisedAt(), said.struck())),
                        sequence);
    }

    static Recorded struck(Recorded decision, UUID entryId, long sequence) {
        if (entryId.equals(decision.aftermath().overdue())) {
            return decision.with(Aftermaths.overdue(decision.aftermath(), null), sequence);
        }
        var taken = decision.taken();
        if (taken != null && taken.entryId().equals(entryId)) {
            return decision.with(taken.struckThrough(), sequence);
        }
        return decision.matter().decisionId().value().equals(entryId)
                ? decision.with(decision.matter().struckThrough(), sequence)
                : decision.with(
                        Aftermaths.objection(
                                decision.aftermath(),
                                entryId,
                                said -> new Objection(said.entryId(), said.by(), said.text(), said.raisedAt(), true)),
                        sequence);
    }
}
