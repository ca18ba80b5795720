package io.decklog.wiring.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.Stamp;
import io.decklog.wiring.SharedWiringConfiguration;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one log. They look for themselves so seldom that only a notice tells one what the other appended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnAnyPostgres
class LogGrowthIT {

    private static final int PATIENCE_SECONDS = 30;

    private final String database = TestDatabase.create();
    private final ConfigurableApplicationContext writer = process();
    private final ConfigurableApplicationContext reader = process();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SharedWiringConfiguration.class, LogGrowthConfiguration.class})
    static class Wired {}

    private ConfigurableApplicationContext process() {
        return new SpringApplicationBuilder(Wired.class)
                .run(
                        "--server.port=0",
                        "--decklog.log.poll=1h",
                        "--logging.level.root=WARN",
                        "--spring.datasource.url=" + database);
    }

    @AfterAll
    void close() {
        writer.close();
        reader.close();
    }

    @Test
    void what_another_process_appends_is_noticed_without_looking() throws Exception {
        var store = reader.getBean(EventStore.class);
        try (var stream = store.openStream(store.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            for (var i = 0; i < 3; i++) {
                var appended = append();

                assertThat(next(stream)).isEqualTo(appended);
            }
        }
    }

    @Test
    void what_was_appended_while_nobody_listened_is_looked_for_when_it_listens_again() throws Exception {
        var store = reader.getBean(EventStore.class);
        try (var stream = store.openStream(store.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            var ended = writer.getBean(JdbcClient.class)
                    .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = ?")
                    .param(GrowthListener.NAME)
                    .query(Integer.class)
                    .single();
            assertThat(ended).isPositive();

            var appended = append();

            assertThat(next(stream)).isEqualTo(appended);
        }
    }

    private static String next(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        assertThat(stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return stream.nextAvailable().getIdentifier();
    }

    /** Answers the id of what it has appended. */
    private String append() {
        var incident = new IncidentId(UUID.randomUUID());
        var noon = Instant.parse("2026-03-30T12:00:00Z");
        var stamp = new Stamp(UUID.randomUUID(), new Attribution("dana", "dana", null), noon, noon, null, null);
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(writer.getBean(TransactionManager.class));
        unitOfWork.execute(() -> writer.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Incident",
                        incident.toString(),
                        0,
                        new ObservationRecorded(incident, stamp, "5xx at 12 %", null, List.of()))));
        return stamp.id().toString();
    }
}
