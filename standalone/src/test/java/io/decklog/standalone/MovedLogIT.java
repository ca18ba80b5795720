package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.client.LogDownload;
import io.decklog.standalone.client.LogUpload;
import io.decklog.standalone.client.Server;
import io.decklog.wiring.log.file.LogFileReader;
import io.decklog.wiring.log.file.LogFileWriter;
import io.decklog.wiring.log.file.LoggedEvent;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A log that is exported from one Decklog and imported into another. */
@ExtendWith(RunningDecklog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedLogIT {

    private final RestClient here;
    private final ThrowAwayFolder folder = new ThrowAwayFolder();
    private final DecklogServer other =
            DecklogServer.start(new ServerSettings(folder.path(), "127.0.0.1", 0), notice -> {});
    private final RestClient there = new RestClient(other.address());
    private final LogDatabase database = LogDatabase.in(folder.path());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path files;

    MovedLogIT(RestClient here) {
        this.here = here;
    }

    @AfterAll
    void close() {
        other.close();
        folder.delete();
    }

    /** One story, because what is in a log stays in it. */
    @Test
    void a_log_that_moves_keeps_everything_and_goes_on_where_it_was() throws Exception {
        var source = UUID.randomUUID().toString();
        var incident = declare(source);
        var due = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        var task = here.post(
                "/incidents/" + incident + "/tasks",
                Map.of("description", "ask the vendor ✓", "assignee", "sam", "dueAt", due.toString()));
        assertThat(task.status()).as(task.toString()).isEqualTo(201);

        var exported = export(here, "first");
        importNothingFrom(exported.replace("ask the vendor", "ask the Vendor"), "the file was changed");
        importNothingFrom(with(exported, event -> changed(event, 2, event.id(), event.type())), "the sequence 1");
        importNothingFrom(with(exported, event -> changed(event, 1, source, event.type())), "another id");
        importNothingFrom(with(exported, event -> changed(event, 1, event.id(), "Nonsense")), "type Nonsense");
        importNothingFrom(with(exported, event -> changed(event, 1, event.id(), "ObservationRecorded")), "can be read");
        importBeginningOf(exported, 1);
        assertThat(take(exported)).contains("DONE").contains("1 of them were there before");
        assertThat(take(exported)).contains("DONE").contains("%1$d of %1$d events".formatted(events(there)));

        assertThat(export(there, "moved")).isEqualTo(exported);
        sameAnswers(incident);
        assertThat(there.get("/incidents?source=it:" + source).text("/items/0/id"))
                .isEqualTo(incident);
        assertThat(database.number("""
                SELECT count(*) FROM command_side.scheduled_tasks
                WHERE task_name = 'deadline' AND task_instance LIKE 'TASK%/""" + incident + "/%'")).isEqualTo(1);
        for (var projection : there.get("/projections").all("/items")) {
            var name = projection.path("name").asString();
            assertThat(there.get("/projections/" + name + "/verification").body())
                    .as(name)
                    .contains("EQUAL");
        }

        addsWhatWasRecordedSince(incident);
        givesNoNumberTwice();
        refusesTheOldLogFromThenOn(exported);
    }

    private String declare(String source) {
        var declared = here.post(
                "/incidents",
                Map.of(
                        "title",
                        "Orders fail",
                        "severity",
                        "SEV3",
                        "services",
                        List.of("checkout"),
                        "source",
                        Map.of("system", "it", "id", source)));
        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        return declared.text("/id");
    }

    private String export(RestClient from, String name) throws IOException, InterruptedException {
        var file = files.resolve(name);
        try (var server = new Server(from.address())) {
            new LogDownload(server, new PrintStream(said), false).to(file);
        }
        assertThat(files.resolve(name + ".part")).doesNotExist();
        return Files.readString(file);
    }

    /** What is said about it in the end. */
    private String take(String content) throws IOException, InterruptedException {
        var file = Files.writeString(files.resolve("import"), content);
        assertThat(LogUpload.isOf(file)).isTrue();
        said.reset();
        try (var server = new Server(there.address())) {
            assertThat(new LogUpload(server, new PrintStream(said), false).take(file))
                    .isTrue();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Answer post(String content) {
        return there.with("Content-Type", "application/x-ndjson").post("/imports/log", content);
    }

    private static long events(RestClient of) {
        return of.get("/log").at("/events").asLong();
    }

    private void importNothingFrom(String changed, String reason) {
        var refused = post(changed);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).startsWith("line ");
        assertThat(refused.text("/errors/0/detail")).contains(reason);
        assertThat(events(there)).isZero();
    }

    private static LoggedEvent changed(LoggedEvent event, long sequence, String id, String type) {
        return new LoggedEvent(
                id,
                event.incidentId(),
                sequence,
                event.aggregate(),
                type,
                event.revision(),
                event.timestamp(),
                event.payload(),
                event.metadata());
    }

    /** The same file with its first event changed, and with a digest that fits. */
    private static String with(String exported, UnaryOperator<LoggedEvent> change) throws IOException {
        var events = events(exported);
        events.set(0, change.apply(events.getFirst()));
        return file(events);
    }

    private static List<LoggedEvent> events(String file) {
        var reader = new LogFileReader();
        return file.lines()
                .map(line -> reader.read(line.getBytes(StandardCharsets.UTF_8)))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String file(List<LoggedEvent> events) throws IOException {
        var writer = new LogFileWriter();
        var file = new ByteArrayOutputStream();
        writer.begin(file);
        for (var event : events) {
            writer.write(event, file);
        }
        writer.end(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    /** As if the import had been broken off there. */
    private void importBeginningOf(String exported, int events) throws IOException {
        var imported = post(file(events(exported).subList(0, events)));

        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.body()).contains("\"DONE\"");
        assertThat(events(there)).isEqualTo(events);
    }

    private void sameAnswers(String incident) {
        var end = there.with("Decklog-Position", there.get("/log").text("/position"));
        for (var path : List.of("", "/timeline", "/timeline?order=recorded", "/postmortem")) {
            var was = here.get("/incidents/" + incident + path);
            var is = end.get("/incidents/" + incident + path);
            assertThat(is.status()).as(is.toString()).isEqualTo(200);
            assertThat(withoutPosition(is.body())).as(path).isEqualTo(withoutPosition(was.body()));
        }
    }

    private static String withoutPosition(String body) {
        return body.replaceAll("\"position\":\"?\\d+\"?|up to position \\d+", "");
    }

    private void addsWhatWasRecordedSince(String incident) throws Exception {
        var more = here.post("/incidents/" + incident + "/observations", Map.of("text", "5xx are down"));
        assertThat(more.status()).as(more.toString()).isEqualTo(201);

        var later = export(here, "later");
        assertThat(take(later)).contains("DONE");

        assertThat(export(there, "moved-later")).isEqualTo(later);
    }

    private void givesNoNumberTwice() {
        var before = number(here.get("/incidents?limit=1").text("/items/0/number"));

        var declared = there.post(
                "/incidents", Map.of("title", "Mail is late", "severity", "SEV4", "services", List.of("mail")));

        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        assertThat(number(declared.text("/number"))).isGreaterThan(before);
    }

    private static long number(String text) {
        return Long.parseLong(text.substring("INC-".length()));
    }

    private void refusesTheOldLogFromThenOn(String exported) throws Exception {
        declare(UUID.randomUUID().toString());
        var events = events(there);

        var refused = post(export(here, "too-late"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("LOG_DIFFERS");
        assertThat(take(exported)).contains("DONE"); // it still is how this log begins
        assertThat(events(there)).isEqualTo(events);
    }
}
