package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.EntryCommand.RedactEntry;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.Stamp;
import io.decklog.command.idempotency.EntryIds;
import io.decklog.command.incident.LifecycleRequests.DeclarationBody;
import io.decklog.wiring.log.RedactableLog;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a request into a stamped command, hands it in, and words the answer. */
@Component
class Scribe {

    /** Who acts as long as nobody has to say who they are. */
    static final String ANYBODY = "anonymous";

    private final CommandDesk desk;
    private final IncidentNumbers numbers;
    private final RedactableLog log;
    private final Clock clock;
    private final EntryIds entryIds;

    Scribe(CommandDesk desk, IncidentNumbers numbers, RedactableLog log, Clock clock, EntryIds entryIds) {
        this.desk = desk;
        this.numbers = numbers;
        this.log = log;
        this.clock = clock;
        this.entryIds = entryIds;
    }

    ResponseEntity<RecordedBody> declare(HttpServletRequest http, DeclarationBody body) {
        return declare(http, body, body::toCommand);
    }

    /** @param declaration what to make of the id and the stamp of the new incident */
    ResponseEntity<RecordedBody> declare(
            HttpServletRequest http, EntryRequest body, BiFunction<IncidentId, Stamp, DeclareIncident> declaration) {
        var metaData = RequestMetaData.of(http);
        var stamp = stamp(body, metaData);
        var command = declaration.apply(new IncidentId(stamp.id()), stamp);
        return RecordedResponse.ofDeclaration(desk.accept(command, metaData));
    }

    ResponseEntity<RecordedBody> record(HttpServletRequest http, String incident, IncidentRequest body) {
        var metaData = RequestMetaData.of(http);
        return record(body.toCommand(incident(incident), stamp(body, metaData)), metaData);
    }

    /** @param target what in the incident the command is on */
    <T> ResponseEntity<RecordedBody> record(
            HttpServletRequest http, String incident, T target, TargetedRequest<T> body) {
        var metaData = RequestMetaData.of(http);
        return record(body.toCommand(incident(incident), target, stamp(body, metaData)), metaData);
    }

    private ResponseEntity<RecordedBody> record(IncidentCommand command, Map<String, String> metaData) {
        var answer = desk.accept(command, metaData);
        return RecordedResponse.of(command, answer, command instanceof RedactEntry ? log.removesText() : null);
    }

    private Stamp stamp(EntryRequest request, Map<String, String> metaData) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        @Nullable Instant occurredAt = request.occurredAt();
        @Nullable UUID id = request.id();
        return new Stamp(
                id == null ? entryIds.of(metaData) : id,
                new Attribution(ANYBODY, ANYBODY, request.onBehalfOf()),
                occurredAt == null ? now : occurredAt,
                now,
                null,
                request.lateReason());
    }

    /** Reads the id in a path, a UUID or {@code INC-42}. */
    IncidentId incident(String text) {
        try {
            return IncidentNumber.parse(text)
                    .map(number -> numbers.find(number).orElseThrow(() -> unknown(text)))
                    .orElseGet(() -> IncidentId.valueOf(text));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(text);
        }
    }

    private static ProblemException unknown(String text) {
        return new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + text);
    }
}
