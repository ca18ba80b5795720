package io.decklog.wiring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit before anything of them is understood, and keeps the bytes of those within it: an
 * idempotency key stands for a body byte by byte.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final int limit;
    private final Predicate<HttpServletRequest> streamed;
    private final ProblemWriter problems;

    /**
     * @param limit in bytes
     * @param streamed which requests see to their size themselves
     */
    BodyLimit(int limit, Predicate<HttpServletRequest> streamed, ProblemWriter problems) {
        this.limit = limit;
        this.streamed = streamed;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()) || streamed.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            refuse(response);
            return;
        }
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(response);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        problems.write(
                response,
                new Problem(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "a body may have at most " + limit + " bytes"));
    }
}
