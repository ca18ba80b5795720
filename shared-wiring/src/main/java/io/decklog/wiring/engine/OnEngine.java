package io.decklog.wiring.engine;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Compares the setting as it is bound, however it is spelled. */
final class OnEngine implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted = metadata.getAnnotations().get(ConditionalOnEngine.class).getEnum("value", Engine.class);
        return EngineSettings.of(context.getEnvironment()).engine() == wanted;
    }
}
