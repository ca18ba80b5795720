package io.decklog.wiring.tracing;

import io.opentelemetry.api.OpenTelemetry;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Axon does is traced where traces are sent to somebody. An event then carries the trace it was recorded in, in its
 * metadata, by which whatever handles it later, in whichever process, belongs to the same trace.
 */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    @Bean
    @ConditionalOnProperty("management.opentelemetry.tracing.export.otlp.endpoint")
    SpanFactory tracedMessages(OpenTelemetry openTelemetry) {
        return OpenTelemetrySpanFactory.builder()
                .tracer(openTelemetry.getTracer("org.axonframework"))
                .contextPropagators(openTelemetry.getPropagators().getTextMapPropagator())
                .build();
    }

    /** Axon's own would ask OpenTelemetry for each of its steps, and hear each time that nobody listens. */
    @Bean
    @ConditionalOnMissingBean
    SpanFactory untracedMessages() {
        return NoOpSpanFactory.INSTANCE;
    }
}
