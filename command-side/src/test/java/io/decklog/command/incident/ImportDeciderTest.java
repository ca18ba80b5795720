package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.DecisionCommand.RaiseObjection;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.NotDeclared;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Importing is recording one entry after the other, but for those that are there already. */
class ImportDeciderTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");

    private static Stamp stamp(long id) {
        return new Stamp(
                new UUID(0, id), new Attribution("noor", "importer", null), NOW.minusSeconds(id), NOW, null, null);
    }

    private static IncidentCommand observation(long id) {
        return new RecordObservation(INCIDENT, stamp(id), "seen " + id, null, List.of());
    }

    private static ImportIncident bringing(IncidentCommand... entries) {
        var declaration = new DeclareIncident(
                INCIDENT,
                stamp(1),
                new IncidentNumber(7),
                "Orders fail",
                Severity.SEV2,
                IncidentKind.LIVE,
                List.of("checkout"),
                null,
                null,
                null,
                null,
                null);
        return new ImportIncident(INCIDENT, declaration, List.of(entries));
    }

    private static IncidentState after(List<IncidentEvent> events) {
        IncidentState state = new NotDeclared();
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    private static List<UUID> ids(List<IncidentEvent> events) {
        return events.stream().map(event -> event.stamp().id()).toList();
    }

    @Test
    void a_new_incident_is_declared_and_its_entries_follow_in_their_order_each_recorded_later() {
        var events = ImportDecider.decide(bringing(observation(3), observation(2)), new NotDeclared());

        assertThat(ids(events)).containsExactly(new UUID(0, 1), new UUID(0, 3), new UUID(0, 2));
        assertThat(events)
                .extracting(event -> event.stamp().recordedAt())
                .containsExactly(NOW, NOW.plusNanos(1_000), NOW.plusNanos(2_000));
        assertThat(events)
                .extracting(event -> event.stamp().occurredAt())
                .containsExactly(NOW.minusSeconds(1), NOW.minusSeconds(3), NOW.minusSeconds(2));
    }

    @Test
    void imported_again_it_brings_nothing() {
        var import_ = bringing(observation(2), observation(3));

        assertThat(ImportDecider.decide(import_, after(ImportDecider.decide(import_, new NotDeclared()))))
                .isEmpty();
    }

    @Test
    void what_is_new_is_appended() {
        var before = after(ImportDecider.decide(bringing(observation(2)), new NotDeclared()));

        var events = ImportDecider.decide(bringing(observation(3), observation(2), observation(4)), before);

        assertThat(ids(events)).containsExactly(new UUID(0, 3), new UUID(0, 4));
    }

    @Test
    void the_same_id_twice_in_one_import_is_one_entry() {
        assertThat(ImportDecider.decide(bringing(observation(2), observation(2)), new NotDeclared()))
                .hasSize(2);
    }

    @Test
    void what_is_said_twice_is_recorded_twice() {
        var events = ImportDecider.decide(
                bringing(new ResolveIncident(INCIDENT, stamp(2), null), new ResolveIncident(INCIDENT, stamp(3), null)),
                new NotDeclared());

        assertThat(ids(events)).containsExactly(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    }

    @Test
    void what_a_rule_forbids_is_refused_with_its_place() {
        var objection = new RaiseObjection(INCIDENT, stamp(3), new DecisionId(new UUID(0, 9)), "sam", "too soon");

        assertThatThrownBy(() -> ImportDecider.decide(bringing(observation(2), objection), new NotDeclared()))
                .isInstanceOfSatisfying(IncidentRejected.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo(RejectionCode.UNKNOWN_DECISION);
                    assertThat(refused.rejection().field()).isEqualTo("entries[1]");
                });
    }

    /** Any entries in any order, some twice, some saying what was said before. */
    private static ImportIncident random(Random random) {
        var entries = Stream.generate(() -> any(random, stamp(2 + random.nextInt(20))))
                .limit(random.nextInt(30))
                .toArray(IncidentCommand[]::new);
        return bringing(entries);
    }

    private static IncidentCommand any(Random random, Stamp stamp) {
        return switch (random.nextInt(5)) {
            case 0 ->
                new ChangeSeverity(INCIDENT, stamp, random.nextBoolean() ? Severity.SEV1 : Severity.SEV2, "told so");
            case 1 -> new AssignRole(INCIDENT, stamp, Role.COMMANDER, random.nextBoolean() ? "noor" : "sam", null);
            case 2 -> new MarkMitigated(INCIDENT, stamp, null);
            case 3 -> new ResolveIncident(INCIDENT, stamp, null);
            default -> new RecordObservation(INCIDENT, stamp, "seen", null, List.of());
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_it_brings_imported_twice_is_imported_once(long seed) {
        var whole = random(new Random(seed));
        var once = ImportDecider.decide(whole, new NotDeclared());

        assertThat(ids(once)).doesNotHaveDuplicates();
        assertThat(ImportDecider.decide(whole, after(once))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void imported_in_two_parts_it_has_the_same_entries(long seed) {
        var whole = random(new Random(seed));
        var part = whole.entries().subList(0, whole.entries().size() / 2).toArray(IncidentCommand[]::new);
        var first = ImportDecider.decide(bringing(part), new NotDeclared());

        var second = ImportDecider.decide(whole, after(first));

        assertThat(Stream.of(first, second)
                        .flatMap(List::stream)
                        .map(event -> event.stamp().id()))
                .containsExactlyElementsOf(ids(ImportDecider.decide(whole, new NotDeclared())));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
