package io.decklog.command.incident;

import static io.decklog.command.incident.Told.INCIDENT;
import static io.decklog.command.incident.Told.START;
import static io.decklog.command.incident.Told.at;
import static io.decklog.command.incident.Told.id;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.ReviewCommand.AddActionItem;
import io.decklog.api.incident.ReviewCommand.CompleteActionItem;
import io.decklog.api.incident.ReviewCommand.IdentifyContributingFactor;
import io.decklog.api.incident.ReviewCommand.JudgeDecision;
import io.decklog.api.incident.ReviewCommand.OpenReview;
import io.decklog.api.incident.ReviewCommand.PublishPostmortem;
import io.decklog.api.incident.ReviewCommand.RecordLesson;
import io.decklog.api.incident.ReviewCommand.RevisePostmortem;
import io.decklog.api.incident.ReviewCommand.WriteSection;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Soundness;

/** Commands of a review with literal values. The number each begins with is its id, and how many seconds after the start it comes in. */
final class ToldInReview {

    static final String TEXT = "# INC-42\n";

    private ToldInReview() {}

    static OpenReview open(int id) {
        return new OpenReview(INCIDENT, at(id), "ines");
    }

    static JudgeDecision judge(int id, int decision) {
        return new JudgeDecision(
                INCIDENT, at(id), new DecisionId(id(decision)), Soundness.SOUND, Outcome.WRONG, "the cache was cold");
    }

    static AddActionItem item(int id) {
        return new AddActionItem(
                INCIDENT, at(id), new ActionItemId(id(id)), "Roll out by cluster", "ravi", START, "EDGE-311");
    }

    static CompleteActionItem complete(int id, int item) {
        return new CompleteActionItem(INCIDENT, at(id), new ActionItemId(id(item)), "in pipeline 7");
    }

    static WriteSection section(int id) {
        return new WriteSection(INCIDENT, at(id), new SectionName("what-went-well"), "The **rollback**.");
    }

    static PublishPostmortem publish(int id) {
        return new PublishPostmortem(INCIDENT, at(id), TEXT, id, 1_712);
    }

    static RevisePostmortem revise(int id) {
        return new RevisePostmortem(INCIDENT, at(id), "more users");
    }

    static IdentifyContributingFactor factor(int id) {
        return new IdentifyContributingFactor(INCIDENT, at(id), "one rule everywhere");
    }

    static RecordLesson lesson(int id) {
        return new RecordLesson(INCIDENT, at(id), "one cluster first");
    }
}
