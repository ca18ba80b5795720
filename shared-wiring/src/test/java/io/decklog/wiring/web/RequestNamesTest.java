package io.decklog.wiring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestNamesTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<Map<String, String>> logged = new AtomicReference<>(Map.of());
    private final FilterChain remembering = (_, _) -> logged.set(MDC.getCopyOfContextMap());

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents/INC-42/observations, INC-42",
        "/api/v1/incidents/0190b3b1-5c5e-7c3a-9a55-3f1d2c4b5a69, 0190b3b1-5c5e-7c3a-9a55-3f1d2c4b5a69"
    })
    void a_request_is_logged_with_its_name_and_that_of_its_incident(String path, String incident) throws Exception {
        new RequestNames().doFilter(request(path), response, remembering);

        assertThat(logged.get()).isEqualTo(Map.of("correlationId", "page-7", "incident", incident));
        assertThat(response.getHeader("X-Correlation-ID")).isEqualTo("page-7");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents",
        "/api/v1/incidents/INC-%0aERROR",
        "/api/v1/decisions/INC-42",
        "/api/v1/incidents/x/timeline"
    })
    void what_cannot_be_an_incident_is_not_logged_as_one(String path) throws Exception {
        new RequestNames().doFilter(request(path), response, remembering);

        assertThat(logged.get()).isEqualTo(Map.of("correlationId", "page-7"));
    }

    @Test
    void nothing_of_it_is_left_for_the_next_request_of_the_thread() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> new RequestNames().doFilter(request("/api/v1/incidents/INC-42"), response, (_, _) -> {
                    throw new ServletException();
                }));

        assertThat(MDC.get("correlationId")).isNull();
        assertThat(MDC.get("incident")).isNull();
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.addHeader("X-Correlation-ID", "page-7");
        return request;
    }
}
