package io.decklog.query.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.ReviewEvent.PostmortemPublished;
import io.decklog.api.redaction.FreeText;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of reviews. */
public sealed interface ReviewRow extends Row
        permits ReviewRow.Head, ReviewRow.Item, ReviewRow.Text, ReviewRow.Later, Finding {

    String HEAD = "review";
    String FINDING = "review_finding";
    String ITEM = "action_item";
    String TEXT = "postmortem_version";
    String LATER = "postmortem_later_entry";

    IncidentId incidentId();

    /**
     * An incident, and its review once it is open.
     *
     * @param facilitator who leads the review
     * @param opened the entry that opened it
     * @param publications the entries that published its postmortem, version after version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            IncidentId incidentId,
            long sequence,
            IncidentNumber number,
            @Nullable String facilitator,
            @Nullable Made opened,
            List<Published> publications)
            implements ReviewRow {

        static Head of(IncidentId incident, long sequence, IncidentNumber number) {
            return new Head(incident, sequence, number, null, null, List.of());
        }

        Head opened(String byWhom, Made how, long at) {
            return new Head(incidentId, at, number, byWhom, how, publications);
        }

        Head published(UUID entry, long at) {
            var all = Stream.concat(publications.stream(), Stream.of(new Published(entry, at)))
                    .toList();
            return new Head(incidentId, at, number, facilitator, opened, all);
        }

        /** How many had been published before what has this sequence. */
        int publishedBefore(long place) {
            return (int) publications.stream()
                    .filter(published -> published.place() < place)
                    .count();
        }

        @Override
        public RowKey key() {
            return key(incidentId);
        }

        static RowKey key(IncidentId incident) {
            return new RowKey(HEAD, incident, incident.value());
        }
    }

    /** @param place the sequence of the entry that published it */
    record Published(UUID entryId, long place) {}

    /** @param done how it was completed; null as long as it is open, and again once that entry is struck */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            IncidentId incidentId,
            long sequence,
            IncidentNumber number,
            Made made,
            String description,
            String owner,
            @Nullable Instant dueAt,
            @Nullable String ticket,
            @Nullable Done done)
            implements ReviewRow {

        @Override
        public RowKey key() {
            return new RowKey(ITEM, incidentId, made.entryId());
        }

        ActionItemId id() {
            return new ActionItemId(made.entryId());
        }

        Item after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Item(
                    incidentId,
                    at,
                    number,
                    now,
                    now.orRedacted(description),
                    owner,
                    dueAt,
                    now.redacted() ? null : ticket,
                    done);
        }

        boolean isCompletedBy(Made completion) {
            return done != null && done.entryId().equals(completion.entryId());
        }

        /** What is left of its completion after something happened to that entry. */
        Item after(Made completion, long at) {
            return completed(done == null || completion.struck() ? null : done.after(completion), at);
        }

        Item completed(@Nullable Done how, long at) {
            return new Item(incidentId, at, number, made, description, owner, dueAt, ticket, how);
        }
    }

    /** @param note what came of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            UUID entryId, String by, Instant at, @Nullable String note) {

        Done after(Made completion) {
            return completion.redacted() ? new Done(entryId, by, at, null) : this;
        }
    }

    /**
     * A postmortem as it was published.
     *
     * @param markdown null once it is redacted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            IncidentId incidentId,
            long sequence,
            UUID entryId,
            int version,
            String sha256,
            @Nullable String markdown) implements ReviewRow {

        @Override
        public RowKey key() {
            return new RowKey(TEXT, incidentId, entryId);
        }

        static Text of(PostmortemPublished e, long at) {
            var gone = e.markdown().equals(FreeText.REDACTED);
            return new Text(e.incidentId(), at, e.stamp().id(), e.version(), e.sha256(), gone ? null : e.markdown());
        }

        Text withoutText(long at) {
            return new Text(incidentId, at, entryId, version, sha256, null);
        }
    }

    /**
     * An entry that was recorded after a postmortem was published, so that its redaction leaves alone what cannot tell of it.
     *
     * @param publications how many had been published before it
     */
    record Later(IncidentId incidentId, long sequence, UUID entryId, int publications) implements ReviewRow {

        @Override
        public RowKey key() {
            return new RowKey(LATER, incidentId, entryId);
        }
    }
}
