package io.decklog.query.postmortem;

import static io.decklog.query.postmortem.MarkdownText.inline;

import io.decklog.query.decision.Decision;
import io.decklog.query.decision.DecisionState;
import io.decklog.query.incident.Incident;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a draft as Markdown. The same draft gives the same text. */
final class PostmortemMarkdown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Postmortem draft;
    private final MarkdownPage page = new MarkdownPage();

    private PostmortemMarkdown(Postmortem draft) {
        this.draft = draft;
    }

    static String of(Postmortem draft) {
        return new PostmortemMarkdown(draft).write();
    }

    private String write() {
        summary();
        var investigation = new InvestigationParts(page, draft);
        investigation.impact();
        investigation.links();
        milestones();
        roles();
        keyMoments();
        investigation.hypotheses();
        decisions();
        mitigations();
        statusUpdates();
        if (draft.review() != null) {
            new ReviewParts(page).write(draft.review());
        }
        page.heading("What is still open");
        page.bullets(draft.stillOpen().stream().map(MarkdownText::inline).toList());
        corrections();
        var from = draft.derivedFrom();
        page.paragraph(
                "Derived from the first %d events of %s, up to position %d of the log, by postmortem draft version %d%s."
                        .formatted(
                                from.sequence(),
                                draft.incident().line().number(),
                                from.position(),
                                from.version(),
                                draft.incident().asOf() == null
                                        ? ""
                                        : ", as of " + draft.incident().asOf()));
        return page.text();
    }

    private void summary() {
        Incident incident = draft.incident();
        page.title("%s: %s"
                .formatted(incident.line().number(), inline(incident.line().title())));
        page.heading("Summary");
        page.paragraph(incident.summary() == null ? "No summary was recorded." : inline(incident.summary()));
        page.bullet("Severity: " + incident.line().severity());
        page.bullet("State: " + plain(incident.line().state()));
        page.bullet("Kind: " + plain(incident.line().kind()));
        page.bullet("Services: "
                + (incident.line().services().isEmpty()
                        ? "none named"
                        : String.join(
                                ", ",
                                incident.line().services().stream()
                                        .map(MarkdownText::inline)
                                        .toList())));
        if (incident.resolution() != null) {
            page.bullet("Resolution: " + inline(incident.resolution()));
        }
    }

    private void milestones() {
        page.heading("Milestones and durations");
        page.table(
                List.of("Milestone", "Time"),
                draft.milestones().stream()
                        .map(milestone -> List.of(milestone.name(), time(milestone.at())))
                        .toList());
        page.bullets(draft.spans().stream()
                .map(span -> "Time %s: %s".formatted(span.name(), duration(span.seconds())))
                .toList());
    }

    private void roles() {
        page.heading("Roles");
        page.bullets(draft.roles().stream()
                .map(held -> "%s: %s, since %s%s%s"
                        .formatted(
                                capital(plain(held.role())),
                                inline(held.holder()),
                                time(held.since()),
                                held.until() == null ? "" : " until " + time(held.until()),
                                held.note() == null ? "" : " (hand-over: " + inline(held.note()) + ")"))
                .toList());
    }

    private void keyMoments() {
        page.heading("Key moments");
        page.table(List.of("Time", "By", "What"), rows(draft.keyMoments()));
    }

    private void statusUpdates() {
        page.heading("Status updates");
        page.table(List.of("Time", "By", "What"), rows(draft.statusUpdates()));
    }

    private static List<List<String>> rows(List<TimelineEntry> entries) {
        return entries.stream()
                .map(entry -> List.of(
                        time(entry.occurredAt()),
                        inline(entry.by()),
                        (entry.struck() ? "(struck) " : "")
                                + inline(entry.text())
                                + (entry.late() ? " (recorded late)" : "")))
                .toList();
    }

    private void decisions() {
        page.heading("Decisions");
        if (draft.decisions().isEmpty()) {
            page.nothing();
        }
        draft.decisions().forEach(this::decision);
    }

    private void decision(Decision decision) {
        page.subheading(inline(decision.question()));
        if (decision.state() == DecisionState.RAISED) {
            page.bullet("Not decided yet; raised " + time(decision.openedAt()));
        } else {
            page.bullet("Chosen: %s, by %s, %s%s"
                    .formatted(
                            inline(Objects.requireNonNull(decision.chosen())),
                            inline(Objects.requireNonNull(decision.decidedBy())),
                            time(Objects.requireNonNull(decision.decidedAt())),
                            decision.struck() ? " (struck)" : ""));
            page.bullet("Why: " + inline(Objects.requireNonNull(decision.rationale())));
        }
        new DecisionParts(page, draft.keyMoments()).write(decision);
    }

    private void mitigations() {
        page.heading("Mitigations and the debt they left");
        if (draft.mitigations().isEmpty()) {
            page.nothing();
        }
        draft.mitigations().forEach(mitigation -> new MitigationParts(page).write(mitigation));
    }

    private void corrections() {
        page.heading("Corrections");
        page.bullets(draft.corrections().stream()
                .flatMap(entry -> CorrectionParts.of(entry))
                .toList());
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    static String plain(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String duration(long seconds) {
        var duration = Duration.ofSeconds(seconds);
        return "%d h %02d min %02d s".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
