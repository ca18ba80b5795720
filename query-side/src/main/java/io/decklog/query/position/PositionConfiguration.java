package io.decklog.query.position;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.Duration;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PositionConfiguration implements WebMvcConfigurer {

    /** From the REST contract. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProjectionPositions positions;

    PositionConfiguration(ProjectionPositions positions) {
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new WaitForPosition(positions, PATIENCE)).addPathPatterns("/api/v1/**");
    }

    @Bean
    OperationCustomizer positionHeader() {
        return (operation, method) -> method.hasMethodAnnotation(ReadsProjections.class)
                ? operation.addParametersItem(new HeaderParameter()
                        .name(WaitForPosition.HEADER)
                        .description("The position a write has answered; this read waits until it sees that write")
                        .schema(new IntegerSchema().format("int64")))
                : operation;
    }
}
