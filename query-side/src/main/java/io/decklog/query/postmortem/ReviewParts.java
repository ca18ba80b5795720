package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.capital;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import io.decklog.query.review.ActionItem;
import io.decklog.query.review.ActionItemState;
import io.decklog.query.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a review: what people wrote themselves, and what they found. */
record ReviewParts(MarkdownPage page) {

    void write(Review review) {
        page.heading("Review");
        page.bullet("Led by %s, opened %s".formatted(inline(review.facilitator()), time(review.openedAt())));
        remarks("Contributing factors", review.factors());
        remarks("Lessons", review.lessons());
        page.heading("Action items");
        var items = review.actionItems().stream().filter(item -> !item.struck()).toList();
        page.table(
                List.of("What", "Owner", "Due", "Ticket", "Done"),
                items.stream().map(ReviewParts::row).toList());
        review.sections().forEach(this::section);
    }

    private void remarks(String heading, List<Review.Remark> remarks) {
        page.heading(heading);
        page.bullets(remarks.stream()
                .filter(remark -> !remark.struck())
                .map(remark -> inline(remark.text()))
                .toList());
    }

    private static List<String> row(ActionItem item) {
        return List.of(
                inline(item.description())
                        + (item.correctedText() == null ? "" : " (corrected: " + inline(item.correctedText()) + ")"),
                inline(item.owner()),
                item.dueAt() == null ? "" : time(item.dueAt()),
                orNothing(item.ticket()),
                item.state() == ActionItemState.DONE ? done(item) : "");
    }

    private static String done(ActionItem item) {
        var when = item.completedAt() == null ? "" : time(item.completedAt());
        return item.completedNote() == null ? when : when + ": " + inline(item.completedNote());
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : inline(text);
    }

    private void section(Review.Section section) {
        page.heading(capital(section.name().value().replace('-', ' ')));
        page.block(SectionText.below(2, section.markdown()));
    }
}
