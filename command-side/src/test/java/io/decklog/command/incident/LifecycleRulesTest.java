package io.decklog.command.incident;

import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleEvent.*;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleRulesTest {

    @Test
    void an_incident_begins_with_its_declaration() {
        given().when(declare())
                .then(new IncidentDeclared(
                        INCIDENT,
                        at(1),
                        NUMBER,
                        "Ingress rejects users",
                        Severity.SEV2,
                        IncidentKind.LIVE,
                        List.of("ingress"),
                        null,
                        null,
                        null,
                        null,
                        null));
        given().refuses(UNKNOWN_INCIDENT, observe(2));
        given(declare()).refuses(ID_TAKEN, declare());
    }

    @Test
    void an_incident_is_declared_once_under_its_id() {
        var again = declare();
        given(declare())
                .refuses(
                        ID_TAKEN,
                        new DeclareIncident(
                                INCIDENT,
                                at(9),
                                again.number(),
                                again.title(),
                                again.severity(),
                                again.kind(),
                                again.services(),
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void a_severity_changes_from_what_it_was() {
        given(declare())
                .when(severity(2, Severity.SEV1))
                .then(new SeverityChanged(INCIDENT, at(2), Severity.SEV2, Severity.SEV1, "worse"));
        given(declare()).when(severity(2, Severity.SEV2)).thenNothing();
    }

    @Test
    void a_title_changes_to_another_one() {
        given(declare())
                .when(retitle(2, "Ingress rejects some"))
                .then(new IncidentRetitled(INCIDENT, at(2), "Ingress rejects some"));
        given(declare()).when(retitle(2, "Ingress rejects users")).thenNothing();
        given(declare(), redact(2, 1))
                .when(retitle(3, "Ingress rejects users"))
                .then(new IncidentRetitled(INCIDENT, at(3), "Ingress rejects users"));
    }

    @Test
    void it_is_mitigated_once_and_not_after_it_is_resolved() {
        given(declare()).when(mitigate(2)).then(new IncidentMitigated(INCIDENT, at(2), "old version serves"));
        given(declare(), mitigate(2)).refuses(INCIDENT_ALREADY_MITIGATED, mitigate(3));
        given(declare(), resolve(2)).refuses(INCIDENT_ALREADY_RESOLVED, mitigate(3));
    }

    @Test
    void it_is_resolved_from_open_or_mitigated() {
        given(declare()).when(resolve(2)).then(new IncidentResolved(INCIDENT, at(2), "redeployed"));
        given(declare(), mitigate(2)).when(resolve(3)).then(new IncidentResolved(INCIDENT, at(3), "redeployed"));
        given(declare(), resolve(2)).refuses(INCIDENT_ALREADY_RESOLVED, resolve(3));
    }

    @Test
    void only_a_resolved_incident_is_closed() {
        given(declare(), resolve(2)).when(close(3)).then(new IncidentClosed(INCIDENT, at(3), null));
        given(declare()).refuses(INCIDENT_NOT_RESOLVED, close(2));
        given(declare(), mitigate(2)).refuses(INCIDENT_NOT_RESOLVED, close(3));
    }

    @Test
    void it_is_reopened_from_resolved_or_closed_and_is_open_again() {
        given(declare(), resolve(2)).when(reopen(3)).then(new IncidentReopened(INCIDENT, at(3), "403s are back"));
        given(declare(), resolve(2), close(3))
                .when(reopen(4))
                .then(new IncidentReopened(INCIDENT, at(4), "403s are back"));
        given(declare(), resolve(2), close(3), reopen(4))
                .when(mitigate(5))
                .then(new IncidentMitigated(INCIDENT, at(5), "old version serves"));
        given(declare()).refuses(INCIDENT_NOT_OVER, reopen(2));
        given(declare(), mitigate(2)).refuses(INCIDENT_NOT_OVER, reopen(3));
    }

    @Test
    void it_is_cancelled_from_open_or_mitigated_for_good() {
        given(declare()).when(cancel(2)).then(new IncidentCancelled(INCIDENT, at(2), "it was the load test"));
        given(declare(), mitigate(2))
                .when(cancel(3))
                .then(new IncidentCancelled(INCIDENT, at(3), "it was the load test"));
        given(declare(), resolve(2)).refuses(INCIDENT_NOT_OPEN, cancel(3));
        given(declare(), resolve(2), close(3)).refuses(INCIDENT_CLOSED, cancel(4));
        given(declare(), cancel(2)).refuses(INCIDENT_CANCELLED, cancel(3));
        given(declare(), cancel(2)).refuses(INCIDENT_CANCELLED, reopen(3));
    }

    @Test
    void it_is_linked_to_another_incident_once_in_the_same_way() {
        var duplicate = link(2, Relation.DUPLICATE_OF, OTHER, null);
        given(declare())
                .when(duplicate)
                .then(new IncidentsLinked(INCIDENT, at(2), Relation.DUPLICATE_OF, OTHER, OTHER_NUMBER, null));
        given(declare(), duplicate)
                .when(link(3, Relation.DUPLICATE_OF, OTHER, null))
                .thenNothing();
        given(declare(), duplicate)
                .when(link(3, Relation.RELATED, OTHER, null))
                .then(new IncidentsLinked(INCIDENT, at(3), Relation.RELATED, OTHER, OTHER_NUMBER, null));
        given(declare(), duplicate, strike(3, 2))
                .when(link(4, Relation.DUPLICATE_OF, OTHER, null))
                .then(new IncidentsLinked(INCIDENT, at(4), Relation.DUPLICATE_OF, OTHER, OTHER_NUMBER, null));
        given(declare()).refuses(INCIDENT_LINKED_TO_ITSELF, link(2, Relation.RELATED, INCIDENT, null));
    }

    @Test
    void what_caused_it_is_a_mitigation_and_nothing_else_is() {
        var mitigation = new MitigationId(id(7));
        given(declare())
                .when(link(2, Relation.CAUSED_BY_MITIGATION, OTHER, mitigation))
                .then(new IncidentsLinked(
                        INCIDENT, at(2), Relation.CAUSED_BY_MITIGATION, OTHER, OTHER_NUMBER, mitigation));
        given(declare()).refuses(LINK_NEEDS_MITIGATION, link(2, Relation.CAUSED_BY_MITIGATION, OTHER, null));
        given(declare()).refuses(LINK_TAKES_NO_MITIGATION, link(2, Relation.RELATED, OTHER, mitigation));
    }

    @Test
    void record_times_rise_also_where_the_clock_does_not() {
        given(declare(), observe(9))
                .when(mitigate(2))
                .then(new IncidentMitigated(
                        INCIDENT, at(2).recordedAt(START.plusSeconds(9).plusNanos(1_000)), "old version serves"));
    }

    @Test
    void an_id_is_given_once() {
        given(declare(), observe(2)).refuses(ID_TAKEN, mitigate(2));
    }
}
