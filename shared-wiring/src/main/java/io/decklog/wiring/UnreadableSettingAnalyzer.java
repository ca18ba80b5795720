package io.decklog.wiring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says what one of Decklog's own settings should be that cannot be read as that. Others are left to Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final Map<Class<?>, String> WANTED = Map.of(
            Duration.class, "a duration: 250ms, 15s, 5m or 7d for example",
            DataSize.class, "a size: 512KB or 64MB for example",
            Integer.class, "a whole number");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        var setting = cause.getName().toString();
        var wanted = WANTED.get(ClassUtils.resolvePrimitiveIfNecessary(
                cause.getTarget().getType().resolve(Object.class)));
        if (wanted == null || !setting.startsWith("decklog.")) {
            return null;
        }
        var value = cause.getProperty() == null
                ? "unreadable"
                : "\"" + cause.getProperty().getValue() + "\"";
        return new FailureAnalysis(
                "%s is %s.".formatted(setting, value),
                "Set it to %s. As an environment variable it is %s."
                        .formatted(wanted, UnusableSetting.variable(setting)),
                cause);
    }
}
