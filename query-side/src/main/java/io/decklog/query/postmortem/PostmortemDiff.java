package io.decklog.query.postmortem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a postmortem to another.
 *
 * @param from the number of a published version, or {@code draft}
 * @param to the same
 * @param changes in the order of the text; none if the texts are the same
 */
public record PostmortemDiff(IncidentNumber number, String from, String to, List<Change> changes) {

    /** What became of a run of lines. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param section the heading it stands under, in the older text if it was removed, else in the newer; left out above
     *     the first heading
     * @param line where it begins, counted from 1: in the older text if it was removed, else in the newer
     * @param before the lines it replaces, as Markdown; none if it was added
     * @param after the lines that stand there now; none if it was removed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(Kind kind, @Nullable String section, int line, List<String> before, List<String> after) {}
}
