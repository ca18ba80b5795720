package io.decklog.command.incident;

import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand;
import io.decklog.api.incident.DecisionCommand.ChooseOption;
import io.decklog.api.incident.DecisionCommand.ProposeOption;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionCommand.RaiseObjection;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.DecisionCommand.SupersedeDecision;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionEvent.ObjectionRaised;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision is raised, gathers options and objections, is taken once, and may be superseded once by a newer one. */
final class DecisionRules {

    /** How many options a decision may have; part of the REST contract. */
    static final int MAX_OPTIONS = 20;

    private DecisionRules() {}

    static List<IncidentEvent> decide(DecisionCommand command, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        return List.of(
                switch (command) {
                    case RaiseDecision c -> raise(c, stamp, incident);
                    case ProposeOption c -> propose(c, stamp, waiting(c.decisionId(), incident));
                    case RaiseObjection c -> object(c, stamp, known(c.decisionId(), incident));
                    case RecordDecision c -> record(c, stamp, incident);
                    case ChooseOption c -> choose(c, stamp, waiting(c.decisionId(), incident), incident);
                    case SupersedeDecision c -> supersede(c, stamp, incident);
                });
    }

    private static DecisionRaised raise(RaiseDecision c, Stamp stamp, Declared incident) {
        requireDistinct(c.options());
        Rules.requireEvidence(c.evidence(), incident);
        return new DecisionRaised(
                c.incidentId(), stamp, c.decisionId(), c.question(), c.options(), c.evidence(), c.neededBy());
    }

    private static OptionProposed propose(ProposeOption c, Stamp stamp, DecisionState decision) {
        if (decision.hasOption(c.option().name())) {
            throw new IncidentRejected(
                    RejectionCode.OPTION_NAME_TAKEN, "the decision has an option of this name", "name");
        }
        if (decision.options().size() >= MAX_OPTIONS) {
            throw new IncidentRejected(RejectionCode.TOO_MANY_OPTIONS, "a decision has at most 20 options");
        }
        return new OptionProposed(c.incidentId(), stamp, c.decisionId(), c.option());
    }

    private static ObjectionRaised object(RaiseObjection c, Stamp stamp, DecisionState decision) {
        refuseSuperseded(decision);
        return new ObjectionRaised(c.incidentId(), stamp, c.decisionId(), c.by(), c.text());
    }

    private static DecisionRecorded record(RecordDecision c, Stamp stamp, Declared incident) {
        requireDistinct(c.options());
        requireAmong(c.options(), c.choice(), incident);
        return new DecisionRecorded(
                c.incidentId(), stamp, c.decisionId(), c.question(), c.options(), c.choice(), c.neededBy());
    }

    private static DecisionRecorded choose(ChooseOption c, Stamp stamp, DecisionState decision, Declared incident) {
        requireAmong(decision.options(), c.choice(), incident);
        return new DecisionRecorded(
                c.incidentId(),
                stamp,
                c.decisionId(),
                decision.question(),
                decision.options(),
                c.choice(),
                decision.neededBy());
    }

    private static DecisionSuperseded supersede(SupersedeDecision c, Stamp stamp, Declared incident) {
        refuseSuperseded(known(c.decisionId(), incident));
        if (!incident.matters().decisions().containsKey(c.by().value())) {
            throw new IncidentRejected(
                    RejectionCode.SUPERSEDING_DECISION_UNKNOWN, "this incident has no decision " + c.by(), "by");
        }
        for (@Nullable DecisionId newer = c.by(); newer != null; newer = supersederOf(newer, incident)) {
            if (newer.equals(c.decisionId())) {
                throw new IncidentRejected(
                        RejectionCode.DECISION_SUPERSEDES_ITSELF, "a decision cannot supersede itself", "by");
            }
        }
        return new DecisionSuperseded(c.incidentId(), stamp, c.decisionId(), c.by(), c.reason());
    }

    private static @Nullable DecisionId supersederOf(DecisionId decision, Declared incident) {
        return known(decision, incident).supersededBy();
    }

    private static DecisionState known(DecisionId id, Declared incident) {
        var decision = incident.matters().decisions().get(id.value());
        if (decision == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_DECISION, "this incident has no decision " + id);
        }
        return decision;
    }

    private static DecisionState waiting(DecisionId id, Declared incident) {
        var decision = known(id, incident);
        refuseSuperseded(decision);
        if (decision.recorded()) {
            throw new IncidentRejected(
                    RejectionCode.DECISION_ALREADY_RECORDED, "the decision is taken; a newer one may supersede it");
        }
        return decision;
    }

    private static void refuseSuperseded(DecisionState decision) {
        if (decision.supersededBy() != null) {
            throw new IncidentRejected(
                    RejectionCode.DECISION_ALREADY_SUPERSEDED, "a newer decision has taken its place");
        }
    }

    private static void requireDistinct(List<Option> options) {
        var names = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            if (!names.add(options.get(i).name())) {
                throw new IncidentRejected(
                        RejectionCode.OPTIONS_NOT_DISTINCT,
                        "two options have the same name",
                        "options[" + i + "].name");
            }
        }
    }

    private static void requireAmong(List<Option> options, Choice choice, Declared incident) {
        if (options.stream().map(Option::name).noneMatch(choice.chosen()::equals)) {
            throw new IncidentRejected(
                    RejectionCode.CHOICE_NOT_AMONG_OPTIONS, "the choice is not the name of an option", "chosen");
        }
        Rules.requireEvidence(choice.evidence(), incident);
    }
}
