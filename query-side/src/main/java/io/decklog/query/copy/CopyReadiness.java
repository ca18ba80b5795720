package io.decklog.query.copy;

import io.decklog.wiring.health.PromptHealth;
import io.decklog.wiring.log.LogCopy.State;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;

/** Whether the copy is worth reading. Pure. */
final class CopyReadiness {

    /** For so long Axon Server may be silent before it is worth a word. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private CopyReadiness() {}

    /**
     * While Axon Server is away nothing can be recorded, so the copy goes on being as good as it was.
     *
     * @param longest for how long an event may wait in Axon Server
     */
    static Health of(State state, Duration longest) {
        if (state.obstacle() != null) {
            return PromptHealth.down(state.obstacle());
        }
        if (state.seenAt() == null) {
            return PromptHealth.down("the log in Axon Server has not been seen yet");
        }
        if (lag(state).compareTo(longest) > 0) {
            return PromptHealth.down("behind the log in Axon Server by more than %d s".formatted(longest.toSeconds()));
        }
        var silent = Duration.between(state.seenAt(), state.now());
        return silent.compareTo(SILENCE) > 0
                ? Health.up()
                        .withDetail("note", "Axon Server was last seen %d s ago".formatted(silent.toSeconds()))
                        .build()
                : Health.up().build();
    }

    /** For how long the copy had been incomplete when the log was last seen. */
    static Duration lag(State state) {
        return state.seenAt() == null || state.caughtUpAt() == null
                ? Duration.ZERO
                : Duration.between(state.caughtUpAt(), state.seenAt());
    }

    /** How many events waited in Axon Server when it was last seen, as far as they have not come since. */
    static long waiting(State state) {
        return state.end() == null ? 0 : Math.max(0, state.end() - state.position());
    }
}
