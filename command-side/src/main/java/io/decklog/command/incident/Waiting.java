package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentCancelled;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.Owed.Heard;
import io.decklog.command.incident.Owed.Wait;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Who was told what, and since when the next status update is waited for. */
final class Waiting {

    private Waiting() {}

    /** A wait, if what it begins with happened just now: an incident of the past that is told today keeps nobody waiting. */
    static @Nullable Wait begun(Stamp stamp) {
        var live = stamp.originallyRecordedAt() == null
                && !stamp.occurredAt().isBefore(stamp.recordedAt().minus(Owed.GRACE));
        return live ? new Wait(stamp.id(), stamp.recordedAt(), false) : null;
    }

    /** A change of severity gives everybody the whole time of the new severity. */
    static @Nullable Wait waiting(IncidentEvent event, @Nullable Wait wait) {
        return switch (event) {
            case IncidentReopened e -> begun(e.stamp());
            case IncidentResolved _, IncidentClosed _, IncidentCancelled _ -> null;
            case SeverityChanged e ->
                wait == null ? null : new Wait(e.stamp().id(), e.stamp().recordedAt(), false);
            case StatusUpdatePublished e
            when wait != null && heard(e.stamp()).isAfter(wait.since()) ->
                new Wait(e.stamp().id(), heard(e.stamp()), false);
            case StatusUpdateMissed e
            when wait != null
                    && e.audience() == null
                    && wait.entry().equals(e.since().value()) -> wait.withoutEnd();
            case IncidentEvent _ -> wait;
        };
    }

    static PMap<String, Heard> told(IncidentEvent event, PMap<String, Heard> told) {
        return switch (event) {
            case StatusUpdatePublished e -> told(e, told);
            case StatusUpdateMissed e
            when e.audience() != null -> changed(told, e.since().value(), Heard::withoutPromise);
            case EntryStruck e -> changed(told, e.entryId().value(), Heard::withoutPromise);
            case IncidentReopened _ -> HashTreePMap.empty();
            case IncidentEvent _ -> told;
        };
    }

    /** An update that is told late does not undo what its audience heard after it. */
    private static PMap<String, Heard> told(StatusUpdatePublished event, PMap<String, Heard> told) {
        var at = heard(event.stamp());
        var last = told.get(event.audience());
        if (last != null && at.isBefore(last.at())) {
            return told;
        }
        var nextBy = event.nextUpdateBy();
        var promised = nextBy != null && nextBy.isAfter(at) ? nextBy : null;
        return told.plus(event.audience(), new Heard(event.stamp().id(), at, promised));
    }

    /** Nobody has heard anything before it was recorded and will only happen. */
    private static Instant heard(Stamp stamp) {
        return stamp.occurredAt().isBefore(stamp.recordedAt()) ? stamp.occurredAt() : stamp.recordedAt();
    }

    private static PMap<String, Heard> changed(PMap<String, Heard> told, UUID entry, UnaryOperator<Heard> change) {
        var audience = audienceOf(entry, told);
        return audience == null ? told : told.plus(audience.getKey(), change.apply(audience.getValue()));
    }

    static Map.@Nullable Entry<String, Heard> audienceOf(UUID entry, Map<String, Heard> told) {
        return told.entrySet().stream()
                .filter(heard -> heard.getValue().entry().equals(entry))
                .findFirst()
                .orElse(null);
    }
}
