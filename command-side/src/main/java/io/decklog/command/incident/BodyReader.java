package io.decklog.command.incident;

import io.decklog.wiring.web.Problems;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads parts of a line as the bodies of REST calls, by the same rules as those are read. */
@Component
class BodyReader {

    private final JsonMapper json;
    private final Validator validator;

    BodyReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The line as a tree; what it is not is told of the field {@code line}. */
    @Nullable
    JsonNode tree(byte[] line, FieldErrors errors) {
        try {
            return json.readTree(line);
        } catch (StreamConstraintsException tooDeep) {
            errors.add("line", "is nested deeper than 32 levels");
        } catch (JacksonException unreadable) {
            errors.add("line", "is not JSON: " + unreadable.getOriginalMessage());
        }
        return null;
    }

    /**
     * @param place what stands before the names of its fields in what is told of them: {@code entries[3]}
     * @return null if something is wrong with it
     */
    <T> @Nullable T read(ObjectNode fields, Class<T> type, String place, FieldErrors errors) {
        try {
            var body = json.treeToValue(fields, type);
            var violations = validator.validate(body);
            violations.forEach(v -> errors.add(place + "." + v.getPropertyPath(), v.getMessage()));
            return violations.isEmpty() ? body : null;
        } catch (JacksonException unreadable) {
            var problem = Problems.fieldProblem(unreadable);
            errors.add(place + "." + problem.field(), problem.detail());
            return null;
        }
    }

    /** What a body says, in one form whatever the order and the spelling in which it came. */
    ObjectNode canonical(Object body) {
        return json.valueToTree(body);
    }
}
