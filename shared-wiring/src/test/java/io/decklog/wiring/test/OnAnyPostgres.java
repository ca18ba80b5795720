package io.decklog.wiring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs on the PostgreSQL that {@link PostgresServer} names, and is skipped if that is a container where none can run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(OnAnyPostgres.WhereThereIsOne.class)
public @interface OnAnyPostgres {

    /** Decides before anything of the class is made. */
    final class WhereThereIsOne implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            return PostgresServer.isOutOfReach()
                    ? ConditionEvaluationResult.disabled("there is no Docker engine to run its PostgreSQL")
                    : ConditionEvaluationResult.enabled("there is a PostgreSQL");
        }
    }
}
