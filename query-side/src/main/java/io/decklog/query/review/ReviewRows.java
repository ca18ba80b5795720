package io.decklog.query.review;

import io.decklog.query.projection.Replay;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one review, in whatever order they were found.
 *
 * @param head of the incident
 */
public record ReviewRows(ReviewRow.Head head, List<Finding> findings, List<ReviewRow.Item> items) {

    public ReviewRows {
        findings = findings.stream()
                .sorted(Comparator.comparingLong(f -> f.made().place()))
                .toList();
        items = items.stream()
                .sorted(Comparator.comparingLong(i -> i.made().place()))
                .toList();
    }

    /** @param replay of a log that has its declaration at least */
    public static ReviewRows of(Replay<ReviewRow> replay) {
        return new ReviewRows(
                replay.all(ReviewRow.Head.class).findFirst().orElseThrow(),
                replay.all(Finding.class).toList(),
                replay.all(ReviewRow.Item.class).toList());
    }

    /**
     * The review they make; empty as long as none is open.
     *
     * @param now by which action items are overdue; null if no clock is to be asked
     * @param asOf the moment of record time the rows stand for
     */
    public Optional<Review> review(@Nullable Instant now, @Nullable Instant asOf) {
        return Optional.ofNullable(head.opened())
                .map(opened -> new Review(
                        head.incidentId(),
                        head.number(),
                        asOf,
                        Objects.requireNonNull(head.facilitator(), "facilitator"),
                        opened.by(),
                        opened.at(),
                        opened.recordedAt(),
                        judgements(),
                        all(Finding.Factor.class)
                                .map(said -> remark(said.made(), said.text()))
                                .toList(),
                        all(Finding.Lesson.class)
                                .map(said -> remark(said.made(), said.text()))
                                .toList(),
                        items.stream().map(item -> ActionItem.of(item, now)).toList(),
                        sections(),
                        publications(),
                        all(Finding.Revision.class).map(ReviewRows::revision).toList()));
    }

    private <F extends Finding> Stream<F> all(Class<F> type) {
        return findings.stream().filter(type::isInstance).map(type::cast);
    }

    private List<Review.Judgement> judgements() {
        var counting = new LinkedHashMap<Object, Finding.Judgement>();
        all(Finding.Judgement.class)
                .filter(said -> !said.made().struck())
                .forEach(said -> counting.put(said.decisionId(), said));
        return all(Finding.Judgement.class)
                .map(said -> judgement(said, counting.containsValue(said)))
                .toList();
    }

    private static Review.Judgement judgement(Finding.Judgement said, boolean counts) {
        return new Review.Judgement(
                said.made().entryId(),
                said.decisionId(),
                said.soundness(),
                said.outcome(),
                said.reasoning(),
                said.judgedOn(),
                said.made().by(),
                said.made().at(),
                said.made().recordedAt(),
                counts,
                said.made().struck(),
                said.made().correctedText());
    }

    private static Review.Remark remark(Made made, String text) {
        return new Review.Remark(
                made.entryId(), made.says(text), made.by(), made.at(), made.recordedAt(), made.struck());
    }

    /** A text that was struck gives way to the one before. */
    private List<Review.Section> sections() {
        Map<Object, Review.Section> latest = new LinkedHashMap<>();
        all(Finding.Section.class)
                .filter(said -> !said.made().struck())
                .forEach(said -> latest.put(said.name(), section(said)));
        return List.copyOf(latest.values());
    }

    private static Review.Section section(Finding.Section said) {
        var made = said.made();
        return new Review.Section(
                made.entryId(), said.name(), made.says(said.markdown()), made.by(), made.at(), made.recordedAt());
    }

    List<Review.Publication> publications() {
        return all(Finding.Publication.class).map(ReviewRows::publication).toList();
    }

    private static Review.Publication publication(Finding.Publication said) {
        return new Review.Publication(
                said.made().entryId(),
                said.version(),
                said.made().at(),
                said.made().by(),
                said.sha256(),
                said.derivedFromSequence(),
                said.derivedFromPosition(),
                said.made().struck(),
                said.textRemoved());
    }

    private static Review.Revision revision(Finding.Revision said) {
        return new Review.Revision(
                said.made().entryId(),
                said.made().says(said.reason()),
                said.made().by(),
                said.made().at());
    }
}
