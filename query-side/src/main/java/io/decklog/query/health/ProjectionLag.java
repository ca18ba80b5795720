package io.decklog.query.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a projection stands to the log.
 *
 * @param projection its name
 * @param positions how many positions of the log it is behind; a few of them may never have held an event
 * @param time how long the first event has waited that it has not taken in; zero if there is none
 * @param built whether its tables can be read; if not, they are being built for the first time
 * @param deadLetters how many events wait in its dead letter queue
 * @param rebuilt how much of a rebuild under way is done, from 0 to 1; null if there is none
 */
record ProjectionLag(
        String projection,
        long positions,
        Duration time,
        boolean built,
        long deadLetters,
        @Nullable Double rebuilt) {}
