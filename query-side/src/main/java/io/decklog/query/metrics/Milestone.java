package io.decklog.query.metrics;

/** A moment of an incident from which, or until which, something is measured. All are times of occurrence. */
public enum Milestone {
    /** The trouble began, as the declaration says. */
    STARTED("no declaration that stands says when the trouble began"),
    /** Somebody or something noticed, as the declaration says. */
    DETECTED("no declaration that stands says when the trouble was detected"),
    /** The incident was declared. */
    DECLARED("the declaration is struck"),
    /** Somebody took a role for the first time. */
    ACKNOWLEDGED("no entry that stands gives anybody a role"),
    /** A decision was taken for the first time. */
    DECIDED("no entry that stands records a decision"),
    /** It was last marked mitigated, if that was after the last reopening. */
    MITIGATED("no entry that stands marks it mitigated, or it was reopened since"),
    /** It was last resolved, if that was after the last reopening. */
    RESOLVED("no entry that stands resolves it, or it was reopened since");

    private final String absence;

    Milestone(String absence) {
        this.absence = absence;
    }

    /** Why there is none, as a sentence says it. */
    String absence() {
        return absence;
    }
}
