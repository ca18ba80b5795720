package io.decklog.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting to change in a paragraph instead of a stack trace. It knows better than Boot what is wrong. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
