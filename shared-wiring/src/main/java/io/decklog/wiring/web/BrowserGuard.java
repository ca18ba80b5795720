package io.decklog.wiring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites from using a reader's browser to write into the log. A {@code Host} that is not ours is how
 * DNS rebinding shows; an {@code Origin} that is not ours, {@code null} included, or a cross-site
 * {@code Sec-Fetch-Site} is how a foreign page shows. Programs send neither and are not concerned.
 */
final class BrowserGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> allowedHosts;
    private final ProblemWriter problems;

    /** @param allowedHosts names without a port, lower case */
    BrowserGuard(Set<String> allowedHosts, ProblemWriter problems) {
        this.allowedHosts = allowedHosts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!allowedHosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            problems.write(
                    response,
                    new Problem(
                            HttpStatus.MISDIRECTED_REQUEST,
                            "HOST_NOT_ALLOWED",
                            "this host name is not served here; decklog.web.allowed-hosts lists the names that are"));
        } else if (!READING.contains(request.getMethod()) && isFromAnotherSite(request)) {
            problems.write(
                    response,
                    new Problem(
                            HttpStatus.FORBIDDEN, "FOREIGN_ORIGIN", "writes from pages of another origin are refused"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromAnotherSite(HttpServletRequest request) {
        return "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))
                || isForeign(request.getHeader(HttpHeaders.ORIGIN), request);
    }

    private static boolean isForeign(@Nullable String origin, HttpServletRequest request) {
        return origin != null
                && !origin.equalsIgnoreCase(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST));
    }
}
