package io.decklog.wiring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat refuses before the application sees it, {@code /incidents/%00} for one, is a problem detail too instead of
 * a page of HTML.
 */
final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final int FIRST_ERROR = 400;

    private final JsonMapper json;

    private ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> asCustomizer(JsonMapper json) {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new ProblemReportValve(json));
                host.setErrorReportValveClass(ProblemReportValve.class.getName()); // or it adds one of its own
            }
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = HttpStatus.valueOf(response.getStatus());
        var problem = status.is5xxServerError()
                ? new Problem(status, "INTERNAL", "something went wrong on our side")
                : new Problem(status, status.name(), "this is not a request that can be answered");
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getReporter().write(json.writeValueAsString(problem.toDetail()));
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("Nobody waits for the answer any more", gone);
        }
    }
}
