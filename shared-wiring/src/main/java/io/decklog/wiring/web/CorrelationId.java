package io.decklog.wiring.web;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request is called in the logs of everybody who had to do with it. */
final class CorrelationId {

    static final String HEADER = "X-Correlation-ID";

    /** Nothing that could end a line or pass for something else in it. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=@-]{0,127}");

    /** W3C Trace Context: version, trace, parent, flags. A trace of zeros is none. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final int BYTES = 16;

    private CorrelationId() {}

    /**
     * The one the caller gave, else the trace the caller is in, else a new one.
     *
     * @param given header {@code X-Correlation-ID}; one that is not well-formed counts as absent
     * @param traceparent header of that name
     */
    static String of(@Nullable String given, @Nullable String traceparent) {
        return Optional.ofNullable(given)
                .filter(id -> WELL_FORMED.matcher(id).matches())
                .or(() -> traceOf(traceparent))
                .orElseGet(CorrelationId::fresh);
    }

    private static Optional<String> traceOf(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .map(TRACEPARENT::matcher)
                .filter(parent -> parent.matches())
                .map(parent -> parent.group(1));
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
