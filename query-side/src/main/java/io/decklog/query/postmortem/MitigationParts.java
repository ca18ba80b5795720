package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;
import static io.decklog.query.postmortem.PostmortemMarkdown.plain;
import static io.decklog.query.postmortem.PostmortemMarkdown.time;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a mitigation. */
record MitigationParts(MarkdownPage page) {

    void write(Postmortem.Mitigation mitigation) {
        page.subheading(inline(mitigation.description()) + (mitigation.struck() ? " (struck)" : ""));
        page.bullet("%s, %s, applied by %s, %s"
                .formatted(
                        PostmortemMarkdown.capital(plain(mitigation.permanence())),
                        plain(mitigation.kind()),
                        inline(mitigation.by()),
                        time(mitigation.appliedAt())));
        told("Carries out: ", mitigation.decision());
        told("Risk: ", mitigation.risk());
        if (!mitigation.effects().isEmpty()) {
            page.bullet("Effect: "
                    + mitigation.effects().stream()
                            .map(PostmortemMarkdown::plain)
                            .collect(Collectors.joining(", then ")));
        }
        told("Rolled back: ", mitigation.rolledBack());
        debt(mitigation);
    }

    private void debt(Postmortem.Mitigation mitigation) {
        if (mitigation.debt() == null) {
            return;
        }
        page.bullet("Debt: " + plain(mitigation.debt()));
        told("Can be taken back when: ", mitigation.exitCondition());
        if (mitigation.owner() != null && mitigation.dueAt() != null && mitigation.fix() != null) {
            page.bullet("Permanent fix: %s (%s, due %s)"
                    .formatted(inline(mitigation.fix()), inline(mitigation.owner()), time(mitigation.dueAt())));
        }
    }

    private void told(String label, @Nullable String text) {
        if (text != null) {
            page.bullet(label + inline(text));
        }
    }
}
