package io.decklog.wiring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts on each line of the process's log which request and which incident it is about, and tells the caller what its
 * request is called there.
 */
final class RequestNames extends OncePerRequestFilter {

    private static final Pattern INCIDENT =
            Pattern.compile("/api/v1/incidents/([0-9A-Fa-f-]{36}|INC-[0-9]{1,18})(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = CorrelationId.of(request.getHeader(CorrelationId.HEADER), request.getHeader("traceparent"));
        response.setHeader(CorrelationId.HEADER, id);
        var incident = INCIDENT.matcher(request.getRequestURI());
        try {
            MDC.put("correlationId", id);
            if (incident.matches()) {
                MDC.put("incident", incident.group(1));
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove("incident");
            MDC.remove("correlationId");
        }
    }
}
