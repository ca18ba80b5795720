package io.decklog.command.it;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.decklog.command.CommandSide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running command side. Several on one database are the nodes of a cluster. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    private Node(ConfigurableApplicationContext context, SettableClock clock) {
        this.context = context;
        this.clock = clock;
        jdbc = context.getBean(JdbcClient.class);
    }

    static Node start(String database, SettableClock clock, String... settings) {
        var context = new SpringApplicationBuilder(CommandSide.class)
                .web(WebApplicationType.SERVLET)
                .properties("server.port=0", "spring.datasource.url=" + database, "spring.datasource.username=postgres")
                .properties(settings)
                .properties("spring.datasource.hikari.maximum-pool-size=12", "spring.main.banner-mode=off")
                .initializers(starting -> {
                    if (starting instanceof org.springframework.context.support.GenericApplicationContext generic) {
                        generic.registerBean(
                                "testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
                    }
                })
                .run();
        return new Node(context, clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Content-Type", path.equals("/imports") ? "application/x-ndjson" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Posts what is to be accepted. */
    JsonNode record(String path, String body, String... headers) {
        var response = post(path, body, headers);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The events of one kind an incident has. */
    List<JsonNode> events(String incident, String type) {
        return jdbc.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event_entry
                WHERE aggregate_identifier = ? AND payload_type = ? ORDER BY sequence_number
                """).params(incident, type).query((row, _) -> row.getString(1)).list().stream()
                .<JsonNode>map(JSON::readTree)
                .toList();
    }

    /** The deadlines an incident has, as the scheduler knows them. */
    List<String> deadlines(String incident) {
        return jdbc.sql("""
                        SELECT task_instance FROM scheduled_tasks
                        WHERE task_name = 'deadline' AND task_instance LIKE '%' || ? || '%' ORDER BY task_instance
                        """)
                .params(incident)
                .query((row, _) -> row.getString(1))
                .list();
    }

    int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** Returns when the schedulers of the nodes have done everything that is due by the clock. */
    static void settle(Node... nodes) {
        for (var node : nodes) {
            node.bean(Scheduler.class).triggerCheckForDueExecutions();
        }
        until(() -> nodes[0].jdbc
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE execution_time <= ?")
                        .params(nodes[0].clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 0);
    }

    static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.onSpinWait();
        }
    }

    /** Ends as a process that is told to stop does. */
    @Override
    public void close() {
        context.close();
    }
}
