package io.decklog.query.copy;

import io.decklog.api.postmortem.DraftPostmortem;
import io.decklog.api.postmortem.DraftPostmortem.Answer;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.query.log.LogEnd;
import io.decklog.wiring.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Drafts postmortems for other processes, once the copy has what they have seen. */
final class DraftQueries {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final PostmortemDrafts drafts;
    private final LogEnd end;

    DraftQueries(PostmortemDrafts drafts, LogEnd end) {
        this.drafts = drafts;
        this.end = end;
    }

    /** @throws IllegalStateException if the copy does not come that far in time */
    Answer answer(DraftPostmortem question) throws InterruptedException {
        await(question.position());
        try {
            return new Answer(drafts.draft(question.incidentId()));
        } catch (ProblemException unknown) {
            if (unknown.status() == HttpStatus.NOT_FOUND) {
                return new Answer(null);
            }
            throw unknown;
        }
    }

    private void await(long position) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (end.head() < position) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("position " + position + " has not been copied yet");
            }
            Thread.sleep(PAUSE);
        }
    }
}
