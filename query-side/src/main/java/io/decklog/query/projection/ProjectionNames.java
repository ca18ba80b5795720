package io.decklog.query.projection;

import java.util.List;

/** The names of the projections: of their processors, their dead letter queues, and in the addresses operators use. */
public final class ProjectionNames {

    public static final String INCIDENTS = "incidents";
    public static final String TIMELINE = "timeline";
    public static final String DECISIONS = "decisions";
    public static final String STOPGAPS = "stopgaps";
    public static final String REVIEWS = "reviews";
    public static final String METRICS = "metrics";
    public static final String SEARCH = "search";

    public static final List<String> ALL = List.of(INCIDENTS, TIMELINE, DECISIONS, STOPGAPS, REVIEWS, METRICS, SEARCH);

    /** Not a projection: what takes redacted text out of dead letters. */
    public static final String REDACTIONS = "redactions";

    private ProjectionNames() {}
}
