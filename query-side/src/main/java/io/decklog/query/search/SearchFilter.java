package io.decklog.query.search;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Severity;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Ids;
import io.decklog.query.projection.Table;
import io.decklog.query.text.FullText;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where. What is null filters nothing.
 *
 * @param q words, the number of an incident, or the id of an incident or an entry
 * @param kind what is to be found
 * @param severity of the incident, as it stands
 * @param service of the incident
 * @param incident entries of this one only, and itself
 * @param from declared, or occurred, at or after
 * @param to declared, or occurred, at or before
 */
record SearchFilter(
        String q,
        @Nullable Kind kind,
        @Nullable Severity severity,
        @Nullable String service,
        @Nullable IncidentId incident,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {

    /** What can be found. */
    enum Kind {
        INCIDENT,
        ENTRY
    }

    private static final String ORDER = "rank";
    private static final String OF_ENTRY = "SELECT incident_id FROM search_timeline_entry WHERE id = :id";

    Conditions incidents() {
        var named = named();
        return of(named == null ? FullText.MATCHES : "(" + FullText.MATCHES + " OR " + named + ")", "declared_at")
                .and("true", "number", number())
                .and("true", "id", id())
                .and("severity = :severity", "severity", severity == null ? null : severity.name())
                .and("services @> ARRAY[CAST(:service AS text)]", "service", service);
    }

    /** Severity and services are those of the incident. */
    Conditions entries() {
        return of(FullText.MATCHES, "occurred_at")
                .and(
                        "incident_id IN (SELECT incident_id FROM incident WHERE severity = :severity)",
                        "severity",
                        severity == null ? null : severity.name())
                .and(
                        "incident_id IN (SELECT incident_id FROM incident WHERE services @> ARRAY[CAST(:service AS text)])",
                        "service",
                        service);
    }

    private Conditions of(String found, String at) {
        return new Conditions()
                .and(found, "q", q)
                .and(FullText.NAMES_A_WORD)
                .and("incident_id = :incident", "incident", incident == null ? null : incident.value())
                .and(at + " >= :from", "from", Table.time(from))
                .and(at + " <= :to", "to", Table.time(to));
    }

    /** Whether it is the incident whose number or id was typed, or whose entry's id; null if none was. */
    @Nullable
    String named() {
        if (number() != null) {
            return "number = :number";
        }
        return id() == null ? null : "incident_id = :id OR incident_id = ANY (ARRAY(" + OF_ENTRY + "))";
    }

    @Nullable
    Long number() {
        return IncidentNumber.parse(q.toUpperCase(Locale.ROOT))
                .map(IncidentNumber::value)
                .orElse(null);
    }

    @Nullable
    UUID id() {
        return Ids.parse(q).orElse(null);
    }

    /** What comes after the page before. */
    Conditions after() {
        if (cursor == null) {
            return new Conditions();
        }
        var last = Cursor.parse(cursor, ORDER, 5);
        return new Conditions()
                .and(
                        "(rank, at, incident_id, id, kind) < (:rank, :at, :last_incident, :last_id, :last_kind)",
                        "rank",
                        last.number(0))
                .and("true", "at", Table.time(last.instant(1)))
                .and("true", "last_incident", last.uuid(2))
                .and("true", "last_id", last.uuid(3))
                .and("true", "last_kind", last.keys().get(4));
    }

    static Cursor place(Hit hit) {
        return Cursor.of(ORDER, hit.rank(), hit.at(), hit.incidentId(), hit.id(), hit.kind());
    }
}
