package io.decklog.command.incident;

import io.decklog.command.idempotency.IdempotentRequest;
import io.decklog.wiring.web.BufferedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What a request says about its command besides the command: {@code Idempotency-Key} and {@code If-Match}. */
final class RequestMetaData {

    private RequestMetaData() {}

    static Map<String, String> of(HttpServletRequest http) {
        var metaData = new HashMap<String, String>();
        var key = http.getHeader("Idempotency-Key");
        if (key != null) {
            var target = http.getMethod() + " " + http.getRequestURI();
            metaData.putAll(IdempotentRequest.of(Scribe.ANYBODY, key, target, BufferedRequest.bodyOf(http))
                    .asMetaData());
        }
        var ifMatch = http.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch != null) {
            metaData.put(Incident.IF_MATCH, ifMatch);
        }
        return metaData;
    }
}
