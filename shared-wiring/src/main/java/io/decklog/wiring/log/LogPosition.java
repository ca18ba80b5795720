package io.decklog.wiring.log;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log: the global index of an event, 1 or more. What a write answers as {@code Decklog-Position} and a
 * read can ask to have seen.
 */
public final class LogPosition {

    private static final String RESOURCE = LogPosition.class.getName();

    private LogPosition() {}

    /** For event stores: what the unit of work has appended, or the last of it. */
    public static void remember(UnitOfWork<?> unitOfWork, long position) {
        unitOfWork.root().resources().merge(RESOURCE, position, (before, now) -> Math.max((Long) before, (Long) now));
    }

    /** The position of the last event the unit of work appended; empty before it prepares to commit, or if it has none. */
    public static OptionalLong of(UnitOfWork<?> unitOfWork) {
        @Nullable Long position = unitOfWork.root().getResource(RESOURCE);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
