package io.decklog.query.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is owed after an incident.
 *
 * @param owner who answers for it
 * @param dueAt until when
 * @param ticket where else it is tracked
 * @param by who added it
 * @param addedAt when it was added in the world
 * @param completedNote what came of it
 * @param struck whether the entry that added it is struck through
 * @param correctedText what that entry says since it was corrected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionItem(
        ActionItemId actionItemId,
        IncidentId incidentId,
        IncidentNumber number,
        ActionItemState state,
        String description,
        String owner,
        @Nullable Instant dueAt,
        @Nullable String ticket,
        String by,
        Instant addedAt,
        Instant recordedAt,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        @Nullable String completedNote,
        boolean struck,
        @Nullable String correctedText) {

    /** @param now what is due before it and open is overdue; null where no clock is to be asked */
    static ActionItem of(ReviewRow.Item item, @Nullable Instant now) {
        return new ActionItem(
                item.id(),
                item.incidentId(),
                item.number(),
                ActionItemState.of(item, now),
                item.description(),
                item.owner(),
                item.dueAt(),
                item.ticket(),
                item.made().by(),
                item.made().at(),
                item.made().recordedAt(),
                done(item, ReviewRow.Done::at),
                done(item, ReviewRow.Done::by),
                done(item, ReviewRow.Done::note),
                item.made().struck(),
                item.made().correctedText());
    }

    private static <T> @Nullable T done(ReviewRow.Item item, Function<ReviewRow.Done, @Nullable T> of) {
        return Optional.ofNullable(item.done()).map(of).orElse(null);
    }
}
