package io.decklog.query.live;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.sse.EventStreams;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Live timelines as server-sent events. */
@RestController
@Tag(name = "Live")
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final String HOW = """
            Server-sent events named `entry`, one for each entry that is new or was changed, as it reads when it is sent. \
            The id is the position of the event in the log; where one event changed several entries, those before the \
            last have the position and the entry's sequence, `1234.7`. Goes on behind `Last-Event-ID`, or else behind \
            `after`, and repeats nothing; else tells what comes from now on. Comments come while nothing happens. A \
            client that does not keep up is cut off and may come back.""";

    private final LiveStreams live;
    private final EventStreams streams;
    private final IncidentAddresses addresses;

    StreamController(LiveStreams live, EventStreams streams, IncidentAddresses addresses) {
        this.live = live;
        this.streams = streams;
        this.addresses = addresses;
    }

    @GetMapping(path = "/api/v1/incidents/{id}/timeline/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ReadsProjections({ProjectionNames.TIMELINE, ProjectionNames.INCIDENTS})
    @Operation(summary = "The timeline of an incident as it grows", description = HOW)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = TimelineEntry.class)))
    void ofIncident(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "the id of the last event the client has")
                    @RequestHeader(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(description = "a position, or the id of an event") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "start for everything that was ever recorded; now")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        tell(addresses.resolve(id), place(lastEventId, after, from), request, response);
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ReadsProjections({ProjectionNames.TIMELINE, ProjectionNames.INCIDENTS})
    @Operation(
            summary = "The timelines of all incidents as they grow; entries say which incident they are of",
            description = HOW)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = EntryOfIncident.class)))
    void ofAll(
            @Parameter(description = "the id of the last event the client has")
                    @RequestHeader(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(description = "a position, or the id of an event") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "start for everything that was ever recorded; now")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        tell(null, place(lastEventId, after, from), request, response);
    }

    private void tell(
            @Nullable IncidentId incident,
            @Nullable Place after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try (var listening = live.listen(incident, after)) {
            streams.serve(request, response, listening::tell);
        }
    }

    private static @Nullable Place place(@Nullable String lastEventId, @Nullable String after, @Nullable String from) {
        if (lastEventId != null && !lastEventId.isBlank()) {
            return Place.parse(LAST_EVENT_ID, lastEventId);
        }
        if (after != null) {
            return Place.parse("after", after);
        }
        return switch (from) {
            case null -> null;
            case "now" -> null;
            case "start" -> Place.START;
            default -> throw ProblemException.unreadable("from", "must be start or now");
        };
    }
}
