package io.decklog.command.idempotency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.decklog.api.incident.Recorded;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer whose position is known only once the events are appended. Travels between processes as the answer it became. */
public final class PendingAnswer {

    private final Supplier<Answer> answer;

    private PendingAnswer(Supplier<Answer> answer) {
        this.answer = answer;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PendingAnswer of(Answer answer) {
        return new PendingAnswer(() -> answer);
    }

    /** @param position asked for once the unit of work has committed, or prepares to */
    static PendingAnswer of(Recorded recorded, Supplier<@Nullable Long> position) {
        return new PendingAnswer(() -> new Answer(recorded, position.get(), false));
    }

    /** The answer, once the unit of work has committed. */
    @JsonValue
    public Answer get() {
        return answer.get();
    }
}
