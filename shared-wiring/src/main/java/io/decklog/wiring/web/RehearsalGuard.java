package io.decklog.wiring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a client that rehearses from the future. With the id of a rehearsal in {@code Decklog-Rehearsal} it reaches the
 * rehearsal and the drill's own log, and nothing else of the API: no list, no search, no stream, no other incident.
 */
final class RehearsalGuard extends OncePerRequestFilter {

    static final String HEADER = "Decklog-Rehearsal";

    private static final String API = "/api/v1/";

    private final ProblemWriter problems;

    RehearsalGuard(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var rehearsal = request.getHeader(HEADER).strip();
        if (!isId(rehearsal)) {
            problems.write(
                    response,
                    new Problem(HttpStatus.BAD_REQUEST, "INVALID_REHEARSAL", HEADER + " is the UUID of a rehearsal"));
        } else if (isApart(request.getRequestURI(), rehearsal)) {
            problems.write(
                    response,
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "HIDDEN_IN_REHEARSAL",
                            "with %1$s only %2$srehearsals/%3$s and %2$sincidents/%3$s can be reached"
                                    .formatted(HEADER, API, rehearsal)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    /** By the path as it was sent, which is what the controllers are found by. */
    private static boolean isApart(String path, String rehearsal) {
        return Stream.of("rehearsals/", "incidents/")
                .map(place -> API + place + rehearsal)
                .noneMatch(place -> path.equalsIgnoreCase(place)
                        || path.regionMatches(true, 0, place + "/", 0, place.length() + 1));
    }
}
