package io.decklog.query.position;

import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A read that carries the position of a write sees that write: it waits until the projections it reads have come that
 * far, and gives up rather than answer without it.
 */
final class WaitForPosition implements HandlerInterceptor {

    static final String HEADER = "Decklog-Position";

    private static final long FIRST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 20;
    private static final int MAX_DIGITS = 18;

    private final ProjectionPositions positions;
    private final Duration patience;

    /** @param patience how long a read waits before it gives up */
    WaitForPosition(ProjectionPositions positions, Duration patience) {
        this.positions = positions;
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        var header = request.getHeader(HEADER);
        if (header != null && "GET".equals(request.getMethod())) {
            await(projectionsRead(handler), position(header));
        }
        return true;
    }

    private static long position(String header) {
        if (header.isEmpty()
                || header.length() > MAX_DIGITS
                || !header.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "INVALID_POSITION", HEADER + " is the decimal number a write has answered");
        }
        return Long.parseLong(header);
    }

    private static List<String> projectionsRead(Object handler) {
        if (handler instanceof HandlerMethod method) {
            var reads = method.getMethodAnnotation(ReadsProjections.class);
            return reads == null ? List.of() : Arrays.asList(reads.value());
        }
        return List.of();
    }

    private void await(List<String> projections, long position) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE_MILLIS;
        while (!projections.stream().allMatch(name -> covers(name, position))) {
            if (System.nanoTime() - deadline > 0) {
                throw new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "NOT_CAUGHT_UP",
                        "position %d has not arrived in %s yet".formatted(position, String.join(", ", projections)));
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean covers(String projection, long position) {
        return position == 0 || positions.progress(projection).covers(position);
    }
}
