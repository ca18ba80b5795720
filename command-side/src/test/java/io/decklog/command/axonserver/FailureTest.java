package io.decklog.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.NothingToRecord;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import tools.jackson.databind.json.JsonMapper;

/** What is thrown on one node, and what is thrown on the other when it arrives there as JSON. */
class FailureTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void a_rejection_arrives_with_code_detail_and_field() {
        var rejected = new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of something else", "id");

        assertThat(arrived(rejected))
                .isInstanceOfSatisfying(
                        IncidentRejected.class,
                        there -> assertThat(there.rejection()).isEqualTo(rejected.rejection()));
    }

    @Test
    void a_refused_request_arrives_as_the_problem_it_is() {
        var errors = List.of(new FieldProblem("text", "is required"));
        var refused =
                new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED", "in use", errors);

        assertThat(arrived(refused)).isInstanceOfSatisfying(ProblemException.class, there -> {
            assertThat(there.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(there.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            assertThat(there.detail()).isEqualTo("in use");
            assertThat(there.errors()).isEqualTo(errors);
        });
    }

    @Test
    void what_the_desk_tries_again_arrives_as_such() {
        assertThat(arrived(new NothingToRecord())).isInstanceOf(NothingToRecord.class);
        assertThat(arrived(new DuplicateKeyException("in use"))).isInstanceOf(ConcurrencyException.class);
        assertThat(arrived(new ConcurrencyException("lost"))).isInstanceOf(ConcurrencyException.class);
        assertThat(arrived(new AggregateNotFoundException("1", "unknown")))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void an_append_that_axon_server_refuses_for_its_sequence_is_a_lost_race() {
        assertThat(arrived(ofServer("AXONIQ-2000"))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void whatever_is_away_is_away() {
        assertThat(arrived(ofServer("AXONIQ-2100"))).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(arrived(new StatusRuntimeException(Status.UNAVAILABLE)))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(arrived(new CannotGetJdbcConnectionException("no database")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void what_never_arrives_counts_as_away() {
        assertThat(Failure.thrown(new TimeoutException())).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(Failure.thrown(new StatusRuntimeException(Status.UNAVAILABLE)))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void a_fault_stays_a_fault() {
        assertThat(arrived(new ArithmeticException("/ by zero"))).isInstanceOf(IllegalStateException.class);
    }

    private static StatusRuntimeException ofServer(String code) {
        var trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return new StatusRuntimeException(Status.UNKNOWN.withDescription("refused"), trailers);
    }

    private static RuntimeException arrived(Throwable thrown) {
        var sent = JSON.writeValueAsString(Failure.of(thrown));
        var received = JSON.readValue(sent, Failure.class);
        return Failure.thrown(new CommandExecutionException("on the other node", null, received));
    }
}
