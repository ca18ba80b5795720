package io.decklog.query.postmortem;

import static java.util.stream.Collectors.toMap;

import io.decklog.query.review.Review;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote for a postmortem, by the name of the section; nothing under any other name.
 *
 * @param byName in the order in which they were first written; fit to stand under a heading of level 2
 */
record WrittenSections(SequencedMap<String, Review.Section> byName) {

    private static final int LEVEL = 2;

    WrittenSections {
        byName = Collections.unmodifiableSequencedMap(byName);
    }

    /** @param review none as long as it is not open */
    static WrittenSections of(@Nullable Review review) {
        List<Review.Section> sections = review == null ? List.of() : review.sections();
        return new WrittenSections(sections.stream()
                .map(WrittenSections::fit)
                .collect(toMap(
                        section -> section.name().value(), section -> section, (_, last) -> last, LinkedHashMap::new)));
    }

    /** Those of other names than these. */
    List<Review.Section> without(Set<String> names) {
        return byName.values().stream()
                .filter(section -> !names.contains(section.name().value()))
                .toList();
    }

    private static Review.Section fit(Review.Section section) {
        return new Review.Section(
                section.entryId(),
                section.name(),
                SectionText.below(LEVEL, section.markdown()),
                section.by(),
                section.writtenAt(),
                section.recordedAt());
    }
}
