package io.decklog.query.position;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The projections an endpoint answers from: those a read that carries a position waits for. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsProjections {

    /** Names of {@link io.decklog.query.projection.ProjectionNames}. */
    String[] value();
}
