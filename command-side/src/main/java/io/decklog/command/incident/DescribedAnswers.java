package io.decklog.command.incident;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes in the OpenAPI document what every write answers: 201 if it recorded something, else 200. */
@Component
class DescribedAnswers implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var answer = ResolvableType.forMethodReturnType(handler.getMethod()).getGeneric(0);
        var responses = operation.getResponses();
        if (answer.toClass() == RecordedBody.class && responses != null && responses.containsKey("200")) {
            var content = responses.get("200").getContent();
            responses.addApiResponse(
                    "201", new ApiResponse().description("Recorded").content(content));
            responses.addApiResponse(
                    "200",
                    new ApiResponse()
                            .description("Nothing was recorded: what was asked for already was so")
                            .content(content));
        }
        return operation;
    }
}
