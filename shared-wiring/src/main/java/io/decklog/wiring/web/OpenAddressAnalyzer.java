package io.decklog.wiring.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the start was refused in a paragraph instead of a stack trace. */
final class OpenAddressAnalyzer extends AbstractFailureAnalyzer<OpenAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenAddressException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set server.address (DECKLOG_ADDRESS) to a loopback address such as 127.0.0.1.",
                cause);
    }
}
