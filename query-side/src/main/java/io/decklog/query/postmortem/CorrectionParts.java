package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import io.decklog.query.timeline.TimelineEntry;
import java.util.stream.Stream;

/** What is told of an entry that was corrected or struck. */
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
        return entry.strike() == null
                ? corrections
                : Stream.concat(corrections, Stream.of(struck(entry, entry.strike())));
    }

    private static String struck(TimelineEntry entry, TimelineEntry.Strike strike) {
        return "Entry of %s struck by %s: “%s” (%s)"
                .formatted(
                        time(entry.occurredAt()), inline(strike.by()), inline(entry.text()), inline(strike.reason()));
    }
}
