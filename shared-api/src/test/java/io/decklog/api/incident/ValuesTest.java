package io.decklog.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void an_incident_number_reads_what_it_writes() {
        assertThat(IncidentNumber.parse("INC-42")).contains(new IncidentNumber(42));
        assertThat(new IncidentNumber(42)).hasToString("INC-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INC-0", "INC-042", "inc-42", "INC-", "42", "INC-9999999999999999999", "INC-1 "})
    void anything_else_is_not_an_incident_number(String text) {
        assertThat(IncidentNumber.parse(text)).isEmpty();
    }

    @Test
    void evidence_is_an_entry_or_a_web_address() {
        assertThat(new Evidence("0199d2a0-0000-7000-8000-000000000001").entry())
                .contains(EntryId.valueOf("0199d2a0-0000-7000-8000-000000000001"));
        assertThat(new Evidence("https://grafana.example/d/1?from=now-1h").entry())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "grafana", "ftp://files.example/a", "javascript:alert(1)", "https:", "http://", "1-2-3-4-5"})
    void nothing_else_is_evidence(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(text));
    }
}
