package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Stamp;
import io.decklog.command.idempotency.Answer;
import io.decklog.command.idempotency.IdempotentRequest;
import io.decklog.command.incident.Requests.EntryRequest;
import io.decklog.wiring.web.BufferedRequest;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a request into a stamped command, hands it in, and words the answer. */
@Component
class Scribe {

    /** Who acts as long as nobody has to say who they are. */
    private static final String ANYBODY = "anonymous";

    private final CommandDesk desk;
    private final IncidentNumbers numbers;
    private final Clock clock;
    private final Supplier<UUID> newIds;

    Scribe(CommandDesk desk, IncidentNumbers numbers, Clock clock, Supplier<UUID> newIds) {
        this.desk = desk;
        this.numbers = numbers;
        this.clock = clock;
        this.newIds = newIds;
    }

    /** The stamp of what a request asks to record. */
    Stamp stamp(@Nullable EntryRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (request == null) {
            return new Stamp(newIds.get(), new Attribution(ANYBODY, ANYBODY, null), now, now, null, null);
        }
        @Nullable Instant occurredAt = request.occurredAt();
        @Nullable UUID id = request.id();
        return new Stamp(
                id == null ? newIds.get() : id,
                new Attribution(ANYBODY, ANYBODY, request.onBehalfOf()),
                occurredAt == null ? now : occurredAt,
                now,
                null,
                request.lateReason());
    }

    /** Reads the id in a path, a UUID or {@code INC-42}; 404 for anything else. */
    IncidentId incident(String text) {
        return IncidentNumber.parse(text)
                .map(number -> numbers.find(number).orElseThrow(() -> unknown("UNKNOWN_INCIDENT", text)))
                .orElseGet(() -> new IncidentId(uuid(text, "UNKNOWN_INCIDENT")));
    }

    /** Reads the id of something in a path; 404 with the code for what is no UUID. */
    static UUID uuid(String text, String code) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            throw unknown(code, text);
        }
        throw unknown(code, text);
    }

    private static ProblemException unknown(String code, String text) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, "there is nothing under the id " + text);
    }

    /** @param created the name under which the answer gives the id of what was created, if it has one of its own */
    ResponseEntity<Map<String, Object>> record(
            HttpServletRequest http, IncidentCommand command, @Nullable String created) {
        return record(http, command, created, Function.identity());
    }

    /** @param shown which entry the answer is about, given the id of what was recorded */
    ResponseEntity<Map<String, Object>> record(
            HttpServletRequest http, IncidentCommand command, @Nullable String created, Function<UUID, UUID> shown) {
        var answer = desk.accept(command, metaData(http));
        var recorded = answer.recorded();
        var body = new LinkedHashMap<String, Object>();
        var location = "/api/v1/incidents/" + recorded.incidentId();
        if (recorded.entryId() != null) {
            var entry = shown.apply(recorded.entryId());
            body.put("entryId", entry);
            if (created != null) {
                body.put(created, recorded.entryId());
            }
            location += "/entries/" + entry;
        }
        body.put("incidentId", recorded.incidentId());
        return respond(answer, body, location);
    }

    ResponseEntity<Map<String, Object>> declare(HttpServletRequest http, IncidentCommand command) {
        var answer = desk.accept(command, metaData(http));
        var body = new LinkedHashMap<String, Object>();
        body.put("id", answer.recorded().incidentId());
        return respond(answer, body, "/api/v1/incidents/" + answer.recorded().incidentId());
    }

    private static ResponseEntity<Map<String, Object>> respond(
            Answer answer, Map<String, Object> body, String location) {
        var recorded = answer.recorded();
        body.put("number", recorded.number());
        body.put("sequence", recorded.sequence());
        body.put("recordedAt", recorded.recordedAt());
        var response = ResponseEntity.status(recorded.entryId() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create(location))
                .eTag("\"" + recorded.sequence() + "\"");
        if (answer.position() != null) {
            response.header("Decklog-Position", answer.position().toString());
        }
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(body);
    }

    private static Map<String, String> metaData(HttpServletRequest http) {
        var metaData = new HashMap<String, String>();
        var key = http.getHeader("Idempotency-Key");
        if (key != null) {
            metaData.putAll(IdempotentRequest.of(
                            ANYBODY, key, http.getMethod() + " " + http.getRequestURI(), BufferedRequest.bodyOf(http))
                    .asMetaData());
        }
        var ifMatch = http.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch != null) {
            metaData.put(Incident.IF_MATCH, ifMatch);
        }
        return metaData;
    }
}
