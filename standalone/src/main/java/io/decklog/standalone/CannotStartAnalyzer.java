package io.decklog.standalone;

import io.decklog.standalone.postgres.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Brings up the plain sentence from below the exceptions a failing application context wraps around it. */
final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
