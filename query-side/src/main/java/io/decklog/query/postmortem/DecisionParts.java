package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.Option;
import io.decklog.query.decision.Decision;
import io.decklog.query.decision.DecisionRow;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.Verdicts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a decision besides the choice.
 *
 * @param entries those that are told elsewhere on the page
 */
record DecisionParts(MarkdownPage page, List<TimelineEntry> entries) {

    void write(Decision decision) {
        told("Expected: ", decision.expectedOutcome());
        told("Corrected: ", decision.correctedText());
        if (!decision.participants().isEmpty()) {
            page.bullet("With: "
                    + String.join(
                            ", ",
                            decision.participants().stream()
                                    .map(MarkdownText::inline)
                                    .toList()));
        }
        decision.objections().stream()
                .map(objection -> "Objection of %s: %s%s"
                        .formatted(
                                inline(objection.by()),
                                inline(objection.text()),
                                objection.struck() ? " (struck)" : ""))
                .forEach(page::bullet);
        decision.judgements().stream().map(DecisionParts::judgement).forEach(page::bullet);
        decision.evidence().stream()
                .map(evidence -> "Evidence: " + inline(words(evidence)))
                .forEach(page::bullet);
        if (decision.superseded()) {
            told("Superseded: ", decision.supersededReason());
        }
        if (decision.late()) {
            page.bullet("Recorded late");
        }
        if (!decision.options().isEmpty()) {
            options(decision);
        }
    }

    private static String judgement(DecisionRow.Judgement said) {
        return "Judged by %s, %s: it %s%s. %s%s"
                .formatted(
                        inline(said.by()),
                        time(said.judgedAt()),
                        Verdicts.of(said.soundness(), said.outcome()),
                        said.struck() ? " (struck)" : "",
                        inline(said.reasoning()),
                        said.correctedText() == null ? "" : " Corrected: " + inline(said.correctedText()));
    }

    private void options(Decision decision) {
        page.table(
                List.of("Option", "Benefit", "Risk", "Reversibility"),
                decision.options().stream().map(DecisionParts::row).toList());
    }

    /** An entry is cited by what it says, as far as it is told above. */
    private String words(Evidence evidence) {
        return entries.stream()
                .filter(entry -> evidence.entry().equals(Optional.of(new EntryId(entry.entryId()))))
                .map(entry -> "“" + entry.text() + "”")
                .findFirst()
                .orElse(evidence.reference());
    }

    private static List<String> row(Option option) {
        return List.of(
                inline(option.name()),
                option.benefit() == null ? "" : inline(option.benefit()),
                option.risk() == null ? "" : inline(option.risk()),
                option.reversibility() == null ? "" : PostmortemMarkdown.plain(option.reversibility()));
    }

    private void told(String label, @Nullable String text) {
        if (text != null) {
            page.bullet(label + inline(text));
        }
    }
}
