package io.decklog.query.decision;

import io.decklog.api.incident.Choice;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.Option;
import io.decklog.query.decision.DecisionRow.Matter;
import io.decklog.query.decision.DecisionRow.Objection;
import io.decklog.query.decision.DecisionRow.Recorded;
import io.decklog.query.decision.DecisionRow.Supersession;
import io.decklog.query.decision.DecisionRow.Taken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a decision when one of the entries it is made of is redacted. The entry that takes a decision repeats
 * its question and its options, so those go with the first of the entries that say them; who decided, when, on which
 * entries and how many options there were remains.
 */
final class Redactions {

    private static final String REDACTED = "(redacted)";

    private Redactions() {}

    static Recorded of(Recorded decision, UUID entryId, long sequence) {
        if (isObjection(decision, entryId)) {
            return decision.with(Aftermaths.objection(decision.aftermath(), entryId, Redactions::objection), sequence);
        }
        if (entryId.equals(decision.aftermath().overdue())) {
            return decision; // it says nothing of its own
        }
        var superseded = decision.aftermath().superseded();
        if (superseded != null && superseded.entryId().equals(entryId)) {
            return decision.with(Aftermaths.superseded(decision.aftermath(), reason(superseded)), sequence);
        }
        var taken = decision.taken() == null ? null : taken(decision.taken(), entryId);
        return decision.with(matter(decision.matter(), entryId, decision.taken()), sequence)
                .with(taken, sequence);
    }

    private static boolean isObjection(Recorded decision, UUID entryId) {
        return decision.aftermath().objections().stream()
                .map(Objection::entryId)
                .anyMatch(entryId::equals);
    }

    private static Objection objection(Objection said) {
        return new Objection(said.entryId(), said.by(), REDACTED, said.raisedAt(), said.struck());
    }

    private static Supersession reason(Supersession said) {
        return new Supersession(said.entryId(), said.by(), REDACTED, said.at());
    }

    /** An option that was proposed on its own takes the others with it: the row does not know which entry said which. */
    private static Matter matter(Matter said, UUID entryId, @Nullable Taken taken) {
        var asks = entryId.equals(said.decisionId().value())
                || (taken != null && taken.entryId().equals(entryId));
        return new Matter(
                said.decisionId(),
                said.number(),
                said.kind(),
                asks ? REDACTED : said.question(),
                said.options().stream().map(Redactions::option).toList(),
                asks ? entries(said.evidence()) : said.evidence(),
                said.neededBy(),
                said.openedAt(),
                said.recordedAt(),
                said.struck());
    }

    /** An address can hold a secret; that an entry of the log was cited remains. */
    private static List<Evidence> entries(List<Evidence> cited) {
        return cited.stream().filter(evidence -> evidence.entry().isPresent()).toList();
    }

    private static Option option(Option said) {
        return new Option(REDACTED, null, null, said.reversibility());
    }

    private static Taken taken(Taken said, UUID entryId) {
        var own = said.entryId().equals(entryId);
        var choice = said.choice();
        return said.with(
                new Choice(
                        REDACTED,
                        own ? REDACTED : choice.rationale(),
                        own ? entries(choice.evidence()) : choice.evidence(),
                        choice.decidedBy(),
                        choice.participants(),
                        own ? null : choice.expectedOutcome()),
                own ? null : said.lateReason(),
                said.struck(),
                own ? null : said.correctedText());
    }
}
