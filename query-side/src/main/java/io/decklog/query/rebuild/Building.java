package io.decklog.query.rebuild;

import io.decklog.query.projection.Intake;
import io.decklog.query.projection.Projection;

/**
 * A projection whose new tables are being built.
 *
 * @param isNew whether there is nothing yet that could answer, and no processor that carries it on
 */
record Building(Projection<?> projection, Intake<?> intake, boolean isNew) {

    String name() {
        return projection.name();
    }
}
