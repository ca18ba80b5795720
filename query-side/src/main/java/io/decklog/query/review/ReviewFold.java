package io.decklog.query.review;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps what reviews find, what is owed for it, and every postmortem as it was published. */
public final class ReviewFold implements Fold<ReviewRow> {

    @Override
    public List<ReviewRow> on(RecordedEvent recorded, Rows<ReviewRow> rows) {
        return switch (recorded.event()) {
            case IncidentDeclared e -> List.of(ReviewRow.Head.of(e.incidentId(), recorded.sequence(), e.number()));
            case EntryEvent e -> new ReviewChanges(recorded, rows).after(e).toList();
            case ReviewEvent e ->
                Stream.concat(found(e, recorded, rows), later(recorded, rows)).toList();
            case IncidentEvent _ -> later(recorded, rows).toList();
        };
    }

    private static Stream<ReviewRow> found(ReviewEvent event, RecordedEvent recorded, Rows<ReviewRow> rows) {
        var incident = event.incidentId();
        var at = recorded.sequence();
        var made = Made.with(recorded);
        return switch (event) {
            case ReviewEvent.ReviewOpened e ->
                head(recorded, rows).<ReviewRow>map(head -> head.opened(e.facilitator(), made, at)).stream();
            case ReviewEvent.DecisionJudged e ->
                Stream.of(new Finding.Judgement(
                        incident, at, made, e.decisionId(), e.soundness(), e.outcome(), e.reasoning(), e.judgedOn()));
            case ReviewEvent.ContributingFactorIdentified e ->
                Stream.of(new Finding.Factor(incident, at, made, e.text()));
            case ReviewEvent.LessonRecorded e -> Stream.of(new Finding.Lesson(incident, at, made, e.text()));
            case ReviewEvent.ActionItemAdded e ->
                head(recorded, rows).<ReviewRow>map(head -> item(e, head, made, at)).stream();
            case ReviewEvent.ActionItemCompleted e -> completed(e, recorded, rows);
            case ReviewEvent.SectionWritten e ->
                Stream.of(new Finding.Section(incident, at, made, e.section(), e.markdown()));
            case ReviewEvent.PostmortemPublished e -> published(e, recorded, rows);
            case ReviewEvent.PostmortemRevised e -> Stream.of(new Finding.Revision(incident, at, made, e.reason()));
        };
    }

    private static ReviewRow item(ReviewEvent.ActionItemAdded e, ReviewRow.Head head, Made made, long at) {
        return new ReviewRow.Item(
                e.incidentId(), at, head.number(), made, e.description(), e.owner(), e.dueAt(), e.ticket(), null);
    }

    private static Stream<ReviewRow> completed(
            ReviewEvent.ActionItemCompleted e, RecordedEvent recorded, Rows<ReviewRow> rows) {
        var made = Made.with(recorded);
        var done = new ReviewRow.Done(made.entryId(), made.by(), made.at(), e.note());
        var completion = new Finding.Completion(e.incidentId(), recorded.sequence(), made, e.actionItemId());
        return Stream.concat(
                Stream.of(completion),
                item(e.actionItemId(), recorded, rows).stream().map(item -> item.completed(done, recorded.sequence())));
    }

    private static Stream<ReviewRow> published(
            ReviewEvent.PostmortemPublished e, RecordedEvent recorded, Rows<ReviewRow> rows) {
        var at = recorded.sequence();
        return Stream.concat(
                Stream.of(Finding.Publication.of(e, Made.with(recorded), at), ReviewRow.Text.of(e, at)),
                head(recorded, rows).map(head -> head.published(e.stamp().id(), at)).stream());
    }

    private static Stream<ReviewRow> later(RecordedEvent recorded, Rows<ReviewRow> rows) {
        return head(recorded, rows)
                .map(head -> head.publishedBefore(recorded.sequence()))
                .filter(published -> published > 0)
                .<ReviewRow>map(published -> new ReviewRow.Later(
                        recorded.incidentId(),
                        recorded.sequence(),
                        recorded.stamp().id(),
                        published))
                .stream();
    }

    static Optional<ReviewRow.Item> item(ActionItemId id, RecordedEvent recorded, Rows<ReviewRow> rows) {
        return rows.find(recorded.key(ReviewRow.ITEM, id.value()), ReviewRow.Item.class);
    }

    static Optional<ReviewRow.Head> head(RecordedEvent recorded, Rows<ReviewRow> rows) {
        return rows.find(ReviewRow.Head.key(recorded.incidentId()), ReviewRow.Head.class);
    }
}
