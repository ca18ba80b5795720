package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.plain;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import io.decklog.query.timeline.EntryDetails;
import io.decklog.query.timeline.TimelineEntry;
import java.util.List;
import java.util.stream.Stream;

/** What is told of the trouble itself: whom it hit, what was thought to be its cause, and what it had to do with others. */
record InvestigationParts(MarkdownPage page, Postmortem draft) {

    void impact() {
        page.heading("Impact");
        page.table(
                List.of("Service", "From", "To", "What"),
                draft.impacts().stream().flatMap(InvestigationParts::impact).toList());
    }

    private static Stream<List<String>> impact(TimelineEntry entry) {
        return entry.details() instanceof EntryDetails.Impact impact
                ? Stream.of(List.of(
                        inline(impact.service()),
                        time(impact.from()),
                        impact.to() == null ? "goes on" : time(impact.to()),
                        inline(entry.corrected() ? entry.text() : impact.description())))
                : Stream.empty();
    }

    void links() {
        page.heading("Linked incidents");
        page.bullets(draft.incident().links().stream()
                .map(link -> link.relation().words() + " " + link.number())
                .toList());
    }

    void hypotheses() {
        page.heading("Hypotheses");
        page.table(
                List.of("Hypothesis", "By", "Verdict", "Why"),
                draft.hypotheses().stream()
                        .map(said -> List.of(
                                inline(said.text()),
                                inline(said.by()),
                                plain(said.verdict()),
                                said.reason() == null ? "" : inline(said.reason())))
                        .toList());
    }
}
