package io.decklog.wiring.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what is no JSON before any of it is bound to fields; else a body that is broken, or too deep, behind its first
 * wrong field would be refused for that field. JSON is UTF-8 (RFC 8259, section 8.1); Jackson would guess at others.
 */
@ControllerAdvice
final class WellFormedJson extends RequestBodyAdviceAdapter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonMapper json;

    WellFormedJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converterType);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage request,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var body = request.getBody().readAllBytes();
        var text = utf8(body);
        try {
            demandOneValue(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException(broken.getOriginalMessage(), broken, request);
        }
        return readAgain(request.getHeaders(), body);
    }

    private void demandOneValue(String text) {
        try (var parser = json.createParser(text)) {
            if (parser.nextToken() == null) {
                throw unreadable("a JSON body is required");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw unreadable("the body is more than one JSON value");
            }
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException other) {
            throw unreadable("the body is not UTF-8");
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "UNREADABLE", detail);
    }

    private static HttpInputMessage readAgain(HttpHeaders headers, byte[] body) {
        return new HttpInputMessage() {
            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }

            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(body);
            }
        };
    }
}
