package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.decklog.api.incident.EntryCommand.RedactEntry;
import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.Recorded;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.ReviewCommand.PublishPostmortem;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.incident.IncidentState.NotDeclared;
import io.decklog.wiring.log.RedactableLog;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around {@link IncidentDecider} and {@link IncidentState} that Axon loads, locks and stores. */
@Revision("5")
@Aggregate(cache = "incidentCache", snapshotTriggerDefinition = "incidentSnapshots")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Incident {

    /** Metadata of a command: the sequences at which the caller expects the incident, as {@code If-Match} gives them. */
    static final String IF_MATCH = "ifMatch";

    /** Metadata of a command that is tried again, on a state read from the log, because the first had nothing to record. */
    static final String SECOND_LOOK = "secondLook";

    @AggregateIdentifier
    @Nullable
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private IncidentId id;

    private IncidentState state = new NotDeclared();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded handle(
            DeclareIncident command,
            @MetaDataValue(IF_MATCH) @Nullable String ifMatch,
            IncidentNumbers numbers,
            IncidentSources sources,
            DeadlineSchedule deadlines) {
        if (ifMatch != null) {
            throw new IncidentRejected(RejectionCode.SEQUENCE_MISMATCH, "there is nothing yet that could match");
        }
        return record(IncidentDecider.decide(named(command, numbers, sources), state), deadlines);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Imported handle(
            ImportIncident command, IncidentNumbers numbers, IncidentSources sources, DeadlineSchedule deadlines) {
        var isNew = state instanceof NotDeclared;
        var numbered = isNew
                ? new ImportIncident(
                        command.incidentId(), named(command.declaration(), numbers, sources), command.entries())
                : command;
        var events = ImportDecider.decide(numbered, state);
        record(events, deadlines);
        return new Imported(isNew, isNew ? events.size() - 1 : events.size());
    }

    private static DeclareIncident named(DeclareIncident command, IncidentNumbers numbers, IncidentSources sources) {
        sources.remember(command.source(), command.incidentId());
        return command.numbered(numbers.give(command.incidentId()));
    }

    @CommandHandler(commandName = IncidentCommand.NAME)
    Recorded handle(
            IncidentCommand command,
            @MetaDataValue(IF_MATCH) @Nullable String ifMatch,
            @MetaDataValue(SECOND_LOOK) @Nullable String secondLook,
            LinkedIncidents linked,
            DeadlineSchedule deadlines,
            RedactableLog log) {
        if (ifMatch != null && !IfMatch.allows(ifMatch, sequence())) {
            throw new IncidentRejected(RejectionCode.SEQUENCE_MISMATCH, "the incident is at sequence " + sequence());
        }
        if (command instanceof LinkIncidents link) {
            linked.require(link);
        }
        if (command instanceof PublishPostmortem publish && publish.derivedFromSequence() != sequence()) {
            throw new IncidentRejected(
                    RejectionCode.SEQUENCE_MISMATCH,
                    "the postmortem tells of %d events, the incident is at sequence %d"
                            .formatted(publish.derivedFromSequence(), sequence()));
        }
        var events = IncidentDecider.decide(command, state);
        if (events.isEmpty() && secondLook == null) {
            throw new NothingToRecord();
        }
        var recorded = record(events, deadlines);
        if (command instanceof RedactEntry redact) {
            log.redact(redact.incidentId(), redact.entryId());
        }
        return recorded;
    }

    private Recorded record(List<IncidentEvent> events, DeadlineSchedule deadlines) {
        var before = state;
        events.forEach(AggregateLifecycle::apply);
        var now = (Declared) state;
        deadlines.follow(before, now);
        return new Recorded(
                now.id(),
                now.number(),
                events.isEmpty() ? null : events.getLast().stamp().id(),
                sequence(),
                now.lastRecordedAt());
    }

    /** How many events the incident has. */
    private static long sequence() {
        return AggregateLifecycle.getVersion() + 1;
    }

    @EventSourcingHandler
    void on(IncidentEvent event) {
        id = event.incidentId();
        state = state.evolve(event);
    }
}
