package io.decklog.query.postmortem;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/** Answers with a postmortem as Markdown, or rendered as a page or a PDF: what the client likes best. */
@Component
class PostmortemAnswers {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType DIFF = new MediaType("text", "x-diff", StandardCharsets.UTF_8);
    private static final List<MediaType> FORMATS =
            List.of(MARKDOWN, MediaType.APPLICATION_JSON, HTML, MediaType.APPLICATION_PDF);

    private final PdfPress press;

    PostmortemAnswers(PdfPress press) {
        this.press = press;
    }

    /** Whether the client would rather have the draft itself than any text made of it. */
    boolean isJson(String accept) {
        return format(accept).equals(MediaType.APPLICATION_JSON);
    }

    /**
     * @param answer with the headers it has in any format
     * @param accept the header of the request; one of the formats it accepts
     * @param title plain text that needs no escaping, also fit for the name of a file
     * @param moment when what it tells was last changed
     */
    ResponseEntity<Object> text(
            ResponseEntity.BodyBuilder answer, String accept, String title, String markdown, Instant moment) {
        var format = format(accept);
        answer.contentType(format).varyBy(HttpHeaders.ACCEPT);
        if (format.equals(HTML)) {
            return answer.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                    .body(PostmortemHtml.of(title, markdown));
        }
        if (format.equals(MediaType.APPLICATION_PDF)) {
            return answer.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + title + ".pdf\"")
                    .body(press.print(PostmortemHtml.of(title, markdown), moment));
        }
        return answer.body(markdown.getBytes(StandardCharsets.UTF_8));
    }

    /** What changed, as JSON unless the client would rather have a unified diff. */
    ResponseEntity<Object> diff(String accept, PostmortemComparison versions) {
        var format = liked(accept, List.of(MediaType.APPLICATION_JSON, DIFF));
        return ResponseEntity.ok()
                .contentType(format)
                .varyBy(HttpHeaders.ACCEPT)
                .body(format.equals(DIFF) ? versions.unified().getBytes(StandardCharsets.UTF_8) : versions.diff());
    }

    private static MediaType format(String accept) {
        return liked(accept, FORMATS);
    }

    /** That one of them is acceptable has been seen to before; the first if the client does not care. */
    private static MediaType liked(String accept, List<MediaType> formats) {
        var accepted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> formats.stream().filter(type::isCompatibleWith))
                .findFirst()
                .orElse(formats.getFirst());
    }
}
