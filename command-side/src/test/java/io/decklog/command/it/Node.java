package io.decklog.command.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.command.CommandSide;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running command side, with a cache of its own. */
record Node(ConfigurableApplicationContext application, RestClient http) implements AutoCloseable {

    /** @param database the JDBC address of a database that other nodes may use too */
    static Node on(String database) {
        return on(database, Clock.systemUTC());
    }

    /** @param clock the one it stamps entries and finds deadlines by */
    static Node on(String database, Clock clock) {
        var application = new SpringApplicationBuilder(CommandSide.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run("--server.port=0", "--logging.level.root=WARN", "--spring.datasource.url=" + database);
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new Node(application, new RestClient(URI.create("http://127.0.0.1:" + port)));
    }

    /** Declares an incident and answers its path. */
    String declare() {
        var declared = http.post(
                "/incidents", Map.of("title", "Checkout answers 5xx", "severity", "SEV2", "services", List.of()));
        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        return declared.header("Location");
    }

    Answer post(String path, Map<String, ?> body) {
        return http.post(path, body);
    }

    /** Records something that must be accepted, and answers its id. */
    String record(String path, Map<String, ?> body) {
        var answer = post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("/entryId");
    }

    Answer observe(String incident, String text) {
        return post(incident + "/observations", Map.of("text", text));
    }

    @Override
    public void close() {
        application.close();
    }
}
