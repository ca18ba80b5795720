package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import io.decklog.query.timeline.TimelineEntry;
import java.util.stream.Stream;

/** What is told of an entry that was corrected, struck or redacted. */
final class CorrectionParts {

    private CorrectionParts() {}

    static Stream<String> of(TimelineEntry entry) {
        var corrections = entry.corrections().stream()
                .map(correction -> "Entry of %s corrected by %s: said “%s” before (%s)"
                        .formatted(
                                time(entry.occurredAt()),
                                inline(correction.by()),
                                inline(correction.formerText()),
                                inline(correction.reason())));
        return Stream.of(corrections, strike(entry), redaction(entry)).flatMap(parts -> parts);
    }

    private static Stream<String> strike(TimelineEntry entry) {
        return entry.strike() == null ? Stream.empty() : Stream.of(struck(entry, entry.strike()));
    }

    private static Stream<String> redaction(TimelineEntry entry) {
        return entry.redaction() == null ? Stream.empty() : Stream.of(redacted(entry, entry.redaction()));
    }

    private static String redacted(TimelineEntry entry, TimelineEntry.Redaction redaction) {
        return "Entry of %s redacted by %s (%s)"
                .formatted(time(entry.occurredAt()), inline(redaction.by()), inline(redaction.reason()));
    }

    private static String struck(TimelineEntry entry, TimelineEntry.Strike strike) {
        return "Entry of %s struck by %s: “%s” (%s)"
                .formatted(
                        time(entry.occurredAt()), inline(strike.by()), inline(entry.text()), inline(strike.reason()));
    }
}
