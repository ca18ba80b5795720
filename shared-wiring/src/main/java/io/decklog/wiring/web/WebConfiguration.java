package io.decklog.wiring.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import jakarta.servlet.Filter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The habits of HTTP both sides share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
@Import({ProblemAdvice.class, ProblemErrorController.class, WellFormedJson.class, AcceptedAnswers.class})
public class WebConfiguration {

    /** Imports are read as a stream and see to their own limits. */
    private static final Set<String> STREAMED_PATHS = Set.of("/api/v1/imports", "/api/v1/imports/log");

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    LoopbackOnly loopbackOnly(Environment environment) {
        return new LoopbackOnly(environment);
    }

    /** Before the others, so that what they refuse has its name, too. */
    @Bean
    FilterRegistrationBean<Filter> requestNames() {
        return first(new RequestNames(), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> browserGuard(WebSettings settings, JsonMapper json) {
        var hosts = settings.allowedHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return first(new BrowserGuard(hosts, new ProblemWriter(json)), 1);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimit(WebSettings settings, JsonMapper json) {
        return first(
                new BodyLimit(
                        Math.toIntExact(settings.maxBody().toBytes()),
                        request -> STREAMED_PATHS.contains(request.getRequestURI()),
                        new ProblemWriter(json)),
                2);
    }

    @Bean
    FilterRegistrationBean<Filter> rehearsalGuard(JsonMapper json) {
        return first(new RehearsalGuard(new ProblemWriter(json)), 3);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports(JsonMapper json) {
        return ProblemReportValve.asCustomizer(json);
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Decklog")
                        .version("v1")
                        .description(
                                "The log of incidents: what happened, what was known, who decided, on what grounds.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
    }
}
