package io.decklog.query.replay;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.sse.EventStreams;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Replays as server-sent events. */
@RestController
@Tag(name = "Live")
class ReplayController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final IncidentLog log;
    private final TimelineFold fold;
    private final EventStreams streams;
    private final IncidentAddresses addresses;
    private final JsonMapper json;

    ReplayController(
            IncidentLog log, TimelineFold fold, EventStreams streams, IncidentAddresses addresses, JsonMapper json) {
        this.log = log;
        this.fold = fold;
        this.streams = streams;
        this.addresses = addresses;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/incidents/{id}/timeline/replay", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(summary = "The incident again, at many times its speed", description = """
            Server-sent events: `entry` for each entry, and `corrected`, `struck`, `redacted`, `pinned` for what became \
            of it, each with the entry as it stood then; `reworded` where what an entry quotes was redacted; `end` behind \
            the last. A client that comes back with `Last-Event-ID` goes on behind that event; one that has the end is \
            answered 204, at which browsers stop coming back.""")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = TimelineEntry.class)))
    @ApiResponse(responseCode = "204", description = "the client has everything", content = @Content)
    void replay(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "how many times as fast, 0.1 to 100000") @RequestParam(defaultValue = "60")
                    String speed,
            @Parameter(description = "begin with what was recorded, or occurred, at this moment or later")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "recorded (as readers learned of it) or occurred")
                    @RequestParam(required = false)
                    @Nullable
                    String order,
            @Parameter(description = "shorten silences to this playing time, PT5S")
                    @RequestParam(required = false)
                    @Nullable
                    String maxSilence,
            @Parameter(description = "the id of the last event the client has")
                    @RequestHeader(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var player = new Player(Tempo.parse(speed, maxSilence), json);
        var by = Optional.ofNullable(Paging.oneOf(Scenes.Order.class, "order", order))
                .orElse(Scenes.Order.RECORDED);
        var start = Moments.parse("from", from);
        var scenes = new Scenes(fold, by).of(log.upTo(addresses.resolve(id), null));
        if (Player.END.equals(lastEventId)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var programme = lastEventId == null || lastEventId.isBlank()
                ? Programme.from(scenes, start)
                : Programme.behind(scenes, lastEventId);
        streams.serve(request, response, stream -> player.play(programme, Performance.on(stream)));
    }
}
