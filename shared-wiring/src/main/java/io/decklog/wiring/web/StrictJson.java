package io.decklog.wiring.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How requests are read: an unknown field, a doubled one, a number where a text should be, a time that is not RFC 3339
 * are refused rather than guessed at. Times keep microseconds, which is what the log keeps.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercions -> coercions
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        coercions -> coercions
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("decklog")
                        .addDeserializer(Instant.class, new Rfc3339())
                        .addDeserializer(UUID.class, new CanonicalUuid()));
    }

    private static final class Rfc3339 extends StdScalarDeserializer<Instant> {

        Rfc3339() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getString();
            try {
                if (json.currentToken().isNumeric()) {
                    throw new DateTimeParseException("a number", text, 0);
                }
                return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeParseException notATime) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not as RFC 3339 writes it");
            }
        }
    }

    private static final class CanonicalUuid extends StdScalarDeserializer<UUID> {

        private static final int LENGTH = 36;

        CanonicalUuid() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getString();
            try {
                if (text.length() == LENGTH) {
                    return UUID.fromString(text);
                }
            } catch (IllegalArgumentException notAnId) {
                // said below, with the field's name
            }
            return (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
        }
    }
}
