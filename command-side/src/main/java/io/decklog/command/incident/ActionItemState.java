package io.decklog.command.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of an action item.
 *
 * @param completedBy the entry that completed it; null as long as it is open, and again once that entry is struck
 */
record ActionItemState(@Nullable UUID completedBy) {

    static final ActionItemState OPEN = new ActionItemState(null);

    boolean completed() {
        return completedBy != null;
    }
}
