package io.decklog.wiring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "53200", "55P03", "57P01", "58030", "XX001"})
    void a_state_of_the_store_is_found_however_deep_it_is_wrapped(String state) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("said", state)));

        assertThat(StoreFailure.in(failure)).contains(new StoreFailure("the log cannot be reached right now"));
    }

    @Test
    void a_full_disk_is_told_also_from_behind_the_first_exception_of_a_batch() {
        var batch = new BatchUpdateException("Batch entry 0 was aborted", "53100", new int[0]);
        batch.setNextException(new SQLException("could not extend file", "53100"));

        assertThat(StoreFailure.in(new IllegalStateException(batch)))
                .contains(new StoreFailure("the disk of the log is full"));
    }

    @Test
    void a_connection_the_pool_has_closed_has_no_state() {
        assertThat(StoreFailure.in(new SQLException("Connection is closed"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42P01"})
    void a_fault_of_ours_is_none_of_the_store(String state) {
        assertThat(StoreFailure.in(new IllegalStateException(new SQLException("said", state))))
                .isEmpty();
    }

    @Test
    void a_failure_that_never_came_near_the_database_is_none_of_the_store() {
        assertThat(StoreFailure.in(new IllegalStateException("a bug"))).isEmpty();
    }
}
