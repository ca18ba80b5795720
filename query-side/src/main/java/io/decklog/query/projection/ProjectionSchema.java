package io.decklog.query.projection;

/** The schema of everything the query side keeps. */
public final class ProjectionSchema {

    public static final String NAME = "query_side";

    private ProjectionSchema() {}
}
