package io.decklog.command.incident;

import static io.decklog.command.incident.Told.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.LifecycleCommand.RetitleIncident;
import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Relation;
import io.decklog.command.CommandSide;
import io.decklog.command.incident.LinkRequest.LinkBody;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the rules leave to the log: other incidents, sequences, snapshots, former revisions. */
@SpringBootTest(
        classes = CommandSide.class,
        properties = "decklog.status-updates.cadence.SEV2=0", // its incidents are stamped in the past
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnAnyPostgres
class IncidentIT {

    @Autowired
    private CommandDesk desk;

    @Autowired
    private LinkedIncidents linked;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private Serializer serializer;

    @Autowired
    private Configuration configuration;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Test
    void a_link_leads_to_an_incident_and_to_a_mitigation_that_are_there() {
        var other = declared(10);
        var one = declared(20);
        accept(new ApplyMitigation(
                other,
                at(11),
                new MitigationId(id(11)),
                "rule off",
                MitigationKind.CONFIGURATION,
                Permanence.STOPGAP,
                null,
                null,
                null));

        refuses(RejectionCode.LINKED_INCIDENT_UNKNOWN, one, () -> linked.find(to("INC-999999")));
        refuses(RejectionCode.LINKED_INCIDENT_UNKNOWN, one, () -> linked.find(to(id(99).toString())));
        refuses(RejectionCode.LINKED_INCIDENT_UNKNOWN, one, () -> linked.find(to("nonsense")));
        assertThat(linked.find(to(other.toString())).other()).isEqualTo(other);
        refuses(RejectionCode.LINKED_MITIGATION_UNKNOWN, one, () -> accept(link(one, 21, other, 10)));
        refuses(RejectionCode.LINKED_MITIGATION_UNKNOWN, one, () -> accept(link(one, 21, other, 99)));
        accept(link(one, 21, other, 11));
        accept(link(one, 22, other, null));
        assertThat(eventStore.lastSequenceNumberFor(one.toString())).hasValue(2L);
    }

    @Test
    void a_caller_who_expects_another_sequence_is_refused() {
        var one = declared(30);
        var command = new RetitleIncident(one, at(31), "Another title");

        refuses(RejectionCode.SEQUENCE_MISMATCH, one, () -> desk.accept(command, Map.of(Incident.IF_MATCH, "\"7\"")));
        desk.accept(command, Map.of(Incident.IF_MATCH, "\"1\""));
        assertThat(eventStore.lastSequenceNumberFor(one.toString())).hasValue(1L);
    }

    @Test
    void a_snapshot_of_a_former_revision_is_passed_over() {
        var one = new IncidentId(id(40));
        written(one, 40, "IncidentDeclared", "1", """
                {"number":"INC-40","title":"Ingress rejects users","severity":"SEV2","kind":"LIVE","services":[]}""");
        jdbc.sql("""
                        INSERT INTO snapshot_event_entry VALUES ('snapshot', ?, 0, 'Incident', ?, '1', ?, ?, ?)
                        """)
                .params(
                        one.toString(),
                        Incident.class.getName(),
                        serializer.serialize(new Incident(), byte[].class).getData(),
                        bytes("{}"),
                        START.toString())
                .update();

        accept(new RetitleIncident(one, at(41), "Another title"));
        assertThat(eventStore.lastSequenceNumberFor(one.toString())).hasValue(1L);
    }

    @Test
    void an_event_of_a_former_revision_is_read_as_one_of_today() {
        var one = declared(50);
        written(one, 51, "StatusUpdatePublished", "1", "{\"audience\":\"customers\",\"message\":\"We are on it\"}");

        assertThat(eventStore.readEvents(one.toString(), 1).asStream().map(event -> event.getPayload()))
                .satisfiesExactly(event -> assertThat(event)
                        .isInstanceOfSatisfying(StatusUpdatePublished.class, update -> {
                            assertThat(update.message()).isEqualTo("We are on it");
                            assertThat(update.promisedBy()).isNull();
                        }));
    }

    @Test
    void the_log_leads_former_revisions_to_the_one_of_today() {
        var former = new GenericDomainEventEntry<>(
                "Incident",
                id(1).toString(),
                0,
                id(1).toString(),
                START,
                "StatusUpdatePublished",
                "1",
                bytes("{}"),
                bytes("{}"));

        assertThat(configuration
                        .upcasterChain()
                        .upcast(Stream.of(new InitialEventRepresentation(former, configuration.eventSerializer()))))
                .extracting(event -> event.getType().getRevision())
                .containsExactly("2");
    }

    /** Puts an event into the log as an earlier Decklog did. */
    private void written(IncidentId incident, int number, String type, String revision, String content) {
        var event = """
                {"incidentId":"%s","stamp":{"id":"%s","attribution":{"by":"dana","client":"dana"},
                "occurredAt":"%s","recordedAt":"%s"},%s""".formatted(incident, id(number), START, START.plusSeconds(number), content.substring(1));
        jdbc.sql("""
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                                        payload_type, payload_revision, payload, meta_data, time_stamp)
                        VALUES (?, ?, (SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ?),
                                'Incident', ?, ?, ?, ?, ?)
                        """)
                .params(
                        id(number).toString(),
                        incident.toString(),
                        incident.toString(),
                        type,
                        revision,
                        bytes(event),
                        bytes("{}"),
                        START.toString())
                .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private IncidentId declared(int number) {
        var incident = new IncidentId(id(number));
        var like = declare();
        accept(new DeclareIncident(
                incident,
                at(number),
                null,
                like.title(),
                like.severity(),
                like.kind(),
                like.services(),
                null,
                null,
                null,
                null,
                null));
        return incident;
    }

    private static LinkIncidents link(IncidentId incident, int id, IncidentId other, @Nullable Integer mitigation) {
        return new LinkIncidents(
                incident,
                at(id),
                mitigation == null ? Relation.RELATED : Relation.CAUSED_BY_MITIGATION,
                other,
                OTHER_NUMBER,
                mitigation == null ? null : new MitigationId(id(mitigation)));
    }

    private static LinkBody to(String incident) {
        return new LinkBody(Relation.RELATED, incident, null, null, null, null, null);
    }

    private void accept(IncidentCommand command) {
        desk.accept(command, Map.of());
    }

    /** And nothing was recorded. */
    private void refuses(RejectionCode code, IncidentId incident, ThrowingCallable command) {
        var before = eventStore.lastSequenceNumberFor(incident.toString());
        assertThatExceptionOfType(IncidentRejected.class)
                .isThrownBy(command)
                .satisfies(rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
        assertThat(eventStore.lastSequenceNumberFor(incident.toString())).isEqualTo(before);
    }
}
