package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.PostmortemDiff.Kind.ADDED;
import static io.decklog.query.postmortem.PostmortemDiff.Kind.CHANGED;
import static io.decklog.query.postmortem.PostmortemDiff.Kind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.postmortem.PostmortemDiff.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostmortemComparisonTest {

    private static final String OLDER = """
            # INC-42: Checkout fails

            ## Summary

            Customers *cannot* pay

            ## Lessons

            - rehearse
            - sleep
            """;

    private static final String NEWER = """
            # INC-42: Checkout failed

            ## Summary

            Customers *cannot* pay

            ## Impact on `EU`

            ```
            ## no heading
            ```
            - all of it

            ## Lessons

            - rehearse
            """;

    @Test
    void every_change_stands_under_its_heading() {
        assertThat(compared(OLDER, NEWER).diff().changes())
                .containsExactly(
                        new Change(
                                CHANGED,
                                null,
                                1,
                                List.of("# INC-42: Checkout fails"),
                                List.of("# INC-42: Checkout failed")),
                        new Change(
                                ADDED,
                                "Impact on \"EU\"",
                                7,
                                List.of(),
                                List.of("## Impact on `EU`", "", "```", "## no heading", "```", "- all of it", "")),
                        new Change(REMOVED, "Lessons", 10, List.of("- sleep"), List.of()));
    }

    @Test
    void the_unified_diff_makes_the_newer_text_of_the_older() throws PatchFailedException {
        var unified = compared(OLDER, NEWER).unified();
        var patch = UnifiedDiffUtils.parseUnifiedDiff(unified.lines().toList());

        assertThat(unified).startsWith("--- INC-42/1\n+++ INC-42/draft\n");
        assertThat(DiffUtils.patch(OLDER.lines().toList(), patch))
                .isEqualTo(NEWER.lines().toList());
    }

    @Test
    void the_same_text_has_no_changes() {
        assertThat(compared(OLDER, OLDER).diff().changes()).isEmpty();
        assertThat(compared(OLDER, OLDER).unified()).isEmpty();
    }

    private static PostmortemComparison compared(String before, String after) {
        return new PostmortemComparison(new IncidentNumber(42), "1", "draft", before, after);
    }
}
