package io.decklog.command.incident;

import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.Rejection;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.incident.IncidentState.NotDeclared;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What follows from an import: what each of its commands that is new would have, one after the other. Pure. */
final class ImportDecider {

    private ImportDecider() {}

    /** @throws IncidentRejected if a rule forbids one of the entries; its field starts with the place of the entry */
    static List<IncidentEvent> decide(ImportIncident command, IncidentState state) {
        var events = new ArrayList<IncidentEvent>();
        var reached = state;
        if (state instanceof NotDeclared) {
            reached = record(command.declaration(), reached, events);
        }
        for (int i = 0; i < command.entries().size(); i++) {
            var entry = command.entries().get(i);
            if (!isTaken(entry.stamp().id(), reached)) {
                try {
                    reached = record(entry, reached, events);
                } catch (IncidentRejected rejected) {
                    throw new IncidentRejected(at("entries[" + i + "]", rejected.rejection()));
                }
            }
        }
        return events;
    }

    private static IncidentState record(IncidentCommand command, IncidentState state, List<IncidentEvent> events) {
        var reached = state;
        for (var event : IncidentDecider.record(command, state)) {
            events.add(event);
            reached = reached.evolve(event);
        }
        return reached;
    }

    private static boolean isTaken(UUID id, IncidentState state) {
        return state instanceof Declared incident && incident.entries().contains(id);
    }

    private static Rejection at(String place, Rejection rejection) {
        var field = rejection.field() == null ? place : place + "." + rejection.field();
        return new Rejection(rejection.code(), rejection.detail(), field);
    }
}
