package io.decklog.api.evolution;

import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** How events that were written in an earlier revision are read today. */
public final class EventUpcasters {

    private static final List<EventUpcaster> IN_ORDER = List.of(
            // What had been promised was not written down in revision 1, and is not made up afterwards.
            RevisionStep.of(StatusUpdatePublished.class.getSimpleName(), "1", "2", UnaryOperator.identity()),
            // There were no rehearsals in revision 1.
            RevisionStep.of(IncidentDeclared.class.getSimpleName(), "1", "2", UnaryOperator.identity()));

    private EventUpcasters() {}

    /** The steps, in the order in which the revisions came. */
    public static List<EventUpcaster> inOrder() {
        return IN_ORDER;
    }
}
