package io.decklog.command.incident;

import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationEvent.MitigationAssessed;
import io.decklog.api.incident.MitigationEvent.MitigationRolledBack;
import io.decklog.api.incident.MitigationEvent.PermanentFixCompleted;
import io.decklog.api.incident.MitigationEvent.PermanentFixPlanned;
import io.decklog.api.incident.Permanence;

/** What the rules need to know of a mitigation. */
record MitigationState(Permanence permanence, boolean rolledBack, boolean fixPlanned, boolean fixCompleted) {

    static MitigationState of(MitigationApplied event) {
        return new MitigationState(event.permanence(), false, false, false);
    }

    MitigationState after(MitigationEvent event) {
        return switch (event) {
            case MitigationApplied applied -> of(applied);
            case MitigationAssessed assessed -> this;
            case MitigationRolledBack rolled -> new MitigationState(permanence, true, fixPlanned, fixCompleted);
            case PermanentFixPlanned planned -> new MitigationState(permanence, rolledBack, true, fixCompleted);
            case PermanentFixCompleted completed -> new MitigationState(permanence, rolledBack, fixPlanned, true);
        };
    }
}
