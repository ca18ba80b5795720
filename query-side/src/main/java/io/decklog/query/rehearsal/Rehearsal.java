package io.decklog.query.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Option;
import io.decklog.query.decision.Decision;
import io.decklog.query.decision.Known;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal as far as it has come. Until it is finished it tells nothing that was not known in the scene it has come
 * to, not even how many scenes there are.
 *
 * @param id of the drill that holds the answers
 * @param rehearses the past incident
 * @param startedAt when the rehearsal began; it plays the past incident as the log stood then
 * @param finished whether every scene has been answered
 * @param scene the decision to take now; left out once it is finished
 * @param answers what was decided so far, scene by scene
 * @param comparison the real decisions beside them; left out until it is finished
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rehearsal(
        IncidentId id,
        IncidentNumber number,
        Past rehearses,
        Instant startedAt,
        boolean finished,
        @Nullable Now scene,
        List<Answer> answers,
        @Nullable List<Compared> comparison) {

    /** @param title as it was declared */
    public record Past(IncidentId incidentId, IncidentNumber number, String title) {}

    /**
     * The scene a rehearsal has come to.
     *
     * @param scene its number, from 1
     * @param at what time it is in the story
     */
    public record Now(int scene, Instant at, String question, List<Option> options) {}

    /**
     * What was decided in a scene of the rehearsal.
     *
     * @param decisionId in the log of the rehearsal
     * @param struck whether its entry is struck through there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            int scene,
            DecisionId decisionId,
            String question,
            String chosen,
            String rationale,
            String decidedBy,
            @Nullable String expectedOutcome,
            Instant answeredAt,
            boolean struck) {}

    /**
     * A scene when all is told.
     *
     * @param agreed whether the rehearsal chose the option of the same name
     * @param real the decision of the past incident: choice, rationale, how it was judged, what became of it
     * @param known what was known when it was taken, and what was true by then but not known
     */
    public record Compared(int scene, boolean agreed, Answer own, Decision real, Known known) {}
}
