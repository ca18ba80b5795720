package io.decklog.query.metrics;

import static io.decklog.query.metrics.Milestone.ACKNOWLEDGED;
import static io.decklog.query.metrics.Milestone.DECIDED;
import static io.decklog.query.metrics.Milestone.DECLARED;
import static io.decklog.query.metrics.Milestone.DETECTED;
import static io.decklog.query.metrics.Milestone.MITIGATED;
import static io.decklog.query.metrics.Milestone.RESOLVED;
import static io.decklog.query.metrics.Milestone.STARTED;

import java.util.List;

/** What is measured, from which milestone to which. */
public enum Metric {
    /** For how long nobody knew. */
    DETECT(STARTED, STARTED, DETECTED),
    /** For how long nobody had taken it on. */
    ACKNOWLEDGE(DETECTED, DECLARED, ACKNOWLEDGED),
    /** Until the first decision. */
    DECIDE(DETECTED, DECLARED, DECIDED),
    /** Until users no longer suffered. */
    MITIGATE(STARTED, DECLARED, MITIGATED),
    /** Until it was over. */
    RESOLVE(STARTED, DECLARED, RESOLVED);

    private final Milestone from;
    private final Milestone elseFrom;
    private final Milestone to;

    Metric(Milestone from, Milestone elseFrom, Milestone to) {
        this.from = from;
        this.elseFrom = elseFrom;
        this.to = to;
    }

    /** Where it begins: at the first of these that is known. */
    List<Milestone> from() {
        return List.of(from, elseFrom);
    }

    Milestone to() {
        return to;
    }
}
