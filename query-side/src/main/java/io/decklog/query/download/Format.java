package io.decklog.query.download;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which a table can be had. */
public enum Format {
    /** A page of it. */
    JSON(MediaType.APPLICATION_JSON_VALUE),
    /** All of it. */
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE),
    /** All of it. */
    CSV(Format.TEXT_CSV + ";charset=UTF-8");

    public static final String TEXT_CSV = "text/csv";

    private static final List<Format> ALL = List.of(values());

    private final String type;

    Format(String type) {
        this.type = type;
    }

    public MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /**
     * The one a client likes best; JSON if it does not care. That one of them is acceptable has been seen to before, by
     * what the endpoint says it produces.
     */
    public static Format best(String accept) {
        var accepted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> ALL.stream().filter(format -> type.isCompatibleWith(format.type())))
                .findFirst()
                .orElse(JSON);
    }
}
