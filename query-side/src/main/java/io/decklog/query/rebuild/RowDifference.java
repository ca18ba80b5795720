package io.decklog.query.rebuild;

import io.decklog.query.rebuild.Finding.Difference;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Two rows that should be the same, as JSON of their columns.
 *
 * @param expected null if there should be no such row
 * @param found null if there is none
 */
record RowDifference(
        String table,
        UUID incidentId,
        UUID id,
        @Nullable String expected,
        @Nullable String found) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VIEW = "view";

    /** What differs first: a column, or a value inside the view. */
    Difference first() {
        if (expected == null || found == null) {
            return new Difference(table, incidentId, id, null, expected, found);
        }
        var should = JSON.readTree(expected);
        var is = JSON.readTree(found);
        return inside("", should, is)
                .map(at -> new Difference(table, incidentId, id, at.path(), text(at.expected()), text(at.found())))
                .orElseGet(() ->
                        new Difference(table, incidentId, id, VIEW, text(should.path(VIEW)), text(is.path(VIEW))));
    }

    private record Place(String path, JsonNode expected, JsonNode found) {}

    private static Optional<Place> inside(String path, JsonNode expected, JsonNode found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        if (path.equals(VIEW) && expected.isString() && found.isString()) {
            return view(expected, found);
        }
        if (expected.isObject() && found.isObject()) {
            var names = new LinkedHashSet<>(expected.propertyNames());
            names.addAll(found.propertyNames());
            return names.stream()
                    .flatMap(name -> inside(below(path, name), expected.path(name), found.path(name)).stream())
                    .findFirst();
        }
        if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (var i = 0; i < expected.size(); i++) {
                var place = inside(path + '[' + i + ']', expected.get(i), found.get(i));
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.of(new Place(path, expected, found));
    }

    private static Optional<Place> view(JsonNode expected, JsonNode found) {
        try {
            return inside(VIEW + '.', JSON.readTree(expected.asString()), JSON.readTree(found.asString()));
        } catch (tools.jackson.core.JacksonException noJson) {
            return Optional.of(new Place(VIEW, expected, found));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() || path.endsWith(".") ? path + name : path + '.' + name;
    }

    private static @Nullable String text(JsonNode value) {
        return value instanceof MissingNode ? null : value.isString() ? value.asString() : value.toString();
    }
}
