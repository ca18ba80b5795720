package io.decklog.wiring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {"7", "checkout/2026-03-30_08:14", "a1b2c3", "urn:uuid:0190b3b1@pager+1="})
    void the_callers_own_goes_first(String given) {
        assertThat(CorrelationId.of(given, TRACEPARENT)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a\nb", "<script>", "-starts", "ümlaut"})
    void one_that_is_not_well_formed_counts_as_absent(String given) {
        assertThat(CorrelationId.of(given, TRACEPARENT)).isEqualTo(TRACE);
    }

    @Test
    void one_that_is_too_long_counts_as_absent() {
        assertThat(CorrelationId.of("x".repeat(128), TRACEPARENT)).hasSize(128);
        assertThat(CorrelationId.of("x".repeat(129), TRACEPARENT)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE,
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01"
            })
    void a_request_that_brings_neither_gets_a_new_one(String traceparent) {
        var id = CorrelationId.of(null, traceparent);

        assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(CorrelationId.of(null, null)).isNotEqualTo(id);
    }
}
