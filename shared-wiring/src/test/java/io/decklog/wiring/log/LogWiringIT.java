package io.decklog.wiring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.wiring.SharedWiringConfiguration;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where Axon, Spring Boot and PostgreSQL do not fit by themselves, and would fail late and quietly. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@OnAnyPostgres
class LogWiringIT {

    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");

    @Autowired
    private TransactionManager transactionManager;

    @Autowired
    private EventStorageEngine log;

    @Autowired
    private Serializer serializer;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SharedWiringConfiguration.class, PostgresLogConfiguration.class})
    static class Wired {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Test
    void events_are_appended_in_a_transaction_of_the_database() {
        assertThat(transactionManager).isInstanceOf(SpringTransactionManager.class);
        assertThat(log).isInstanceOf(PostgresEventStorageEngine.class);

        var observed = observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID());
        var transaction = transactionManager.startTransaction();
        log.appendEvents(observed);
        transaction.rollback();

        assertThat(log.lastSequenceNumberFor(observed.getAggregateIdentifier())).isEmpty();
    }

    @Test
    void of_two_events_for_one_place_in_an_incident_the_second_is_told_from_a_broken_store() {
        var incident = new IncidentId(UUID.randomUUID());
        append(observed(incident, 1, UUID.randomUUID()));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> append(observed(incident, 1, UUID.randomUUID())));
    }

    @Test
    void of_two_events_of_one_id_the_second_is_refused_wherever_it_belongs() {
        var id = UUID.randomUUID();
        append(observed(new IncidentId(UUID.randomUUID()), 0, id));

        assertThatExceptionOfType(IncidentRejected.class)
                .isThrownBy(() -> append(observed(new IncidentId(UUID.randomUUID()), 0, id)))
                .satisfies(refused -> assertThat(refused.rejection().code()).isEqualTo(RejectionCode.ID_TAKEN));
    }

    @Test
    void the_token_of_a_replay_can_be_read_back() {
        var replay = ReplayToken.createReplayToken(
                new GapAwareTrackingToken(7, List.of(3L)), new GapAwareTrackingToken(2, List.of()));

        var stored = serializer.serialize(replay, String.class);

        assertThat(serializer.<String, TrackingToken>deserialize(stored)).isEqualTo(replay);
    }

    /** Events here are from months ago: to Axon each position missing before them would be missing for good. */
    @Test
    void a_write_that_took_long_is_read_although_later_ones_were_read_before_it() {
        var start = (GapAwareTrackingToken) log.createHeadToken();
        var late = observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID());
        var soon = observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID());
        var later = observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID());
        try (var writer = Executors.newSingleThreadExecutor()) {
            var open = onThread(writer, () -> {
                var transaction = transactionManager.startTransaction();
                log.appendEvents(late);
                return transaction;
            });
            append(soon);
            var read = new ArrayList<>(behind(start));
            append(later);
            read.addAll(behind(read.getLast().trackingToken()));
            onThread(writer, () -> {
                open.commit();
                return open;
            });
            read.addAll(behind(read.getLast().trackingToken()));

            assertThat(read)
                    .extracting(EventMessage::getIdentifier)
                    .containsExactly(soon.getIdentifier(), later.getIdentifier(), late.getIdentifier());
        }
    }

    @Test
    void a_position_nobody_can_fill_any_more_is_given_up() {
        var start = (GapAwareTrackingToken) log.createHeadToken();
        var transaction = transactionManager.startTransaction();
        log.appendEvents(observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID()));
        transaction.rollback();
        append(observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID()));
        var known = (GapAwareTrackingToken) behind(start).getLast().trackingToken();
        append(observed(new IncidentId(UUID.randomUUID()), 0, UUID.randomUUID()));

        assertThat(known.getGaps()).isNotEmpty();
        assertThat(((GapAwareTrackingToken) behind(known).getLast().trackingToken()).getGaps())
                .isEmpty();
    }

    private List<TrackedEventMessage<?>> behind(TrackingToken token) {
        return log.readEvents(token, false)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    private static <T> T onThread(ExecutorService thread, Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private void append(GenericDomainEventMessage<?> event) {
        transactionManager.executeInTransaction(() -> log.appendEvents(event));
    }

    private static GenericDomainEventMessage<?> observed(IncidentId incident, long sequence, UUID entry) {
        var stamp = new Stamp(entry, new Attribution("dana", "dana", null), NOON, NOON, null, null);
        return new GenericDomainEventMessage<>(
                "Incident",
                incident.toString(),
                sequence,
                new ObservationRecorded(incident, stamp, "5xx at 12 %", null, List.of()),
                MetaData.emptyInstance(),
                entry.toString(),
                NOON);
    }
}
