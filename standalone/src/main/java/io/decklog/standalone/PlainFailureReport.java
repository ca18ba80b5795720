package io.decklog.standalone;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on the terminal why the start failed, in the words of the analysis and nothing around them. */
final class PlainFailureReport implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println(analysis.getAction());
        }
    }
}
