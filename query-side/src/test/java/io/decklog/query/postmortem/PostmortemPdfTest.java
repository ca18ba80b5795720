package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PostmortemPdfTest {

    private static final Instant MOMENT = Instant.parse("2026-03-30T08:14:00Z");

    @Test
    void the_same_text_of_the_same_moment_gives_the_same_bytes() throws InterruptedException {
        var first = pdf("# INC-42\n\n*Latency* → 3 s");
        Thread.sleep(1100);
        assertThat(pdf("# INC-42\n\n*Latency* → 3 s")).isEqualTo(first);
    }

    @Test
    void it_holds_the_text_in_many_scripts_and_its_tables() throws IOException {
        var text = text(pdf("""
                # Zahlung fällt aus: плата ≥ 3 € → ∞

                | Time | What |
                | --- | --- |
                | 08:14 | p99 \\< 1 s |
                """));
        assertThat(text).contains("Zahlung fällt aus: плата ≥ 3 € → ∞", "08:14", "p99 < 1 s", "INC-42 draft", "1 / 1");
    }

    @Test
    void what_no_font_and_no_xml_can_hold_does_not_keep_it_from_being_made() throws IOException {
        assertThat(text(pdf("fire \uD83D\uDD25, null \uFFFF and lone \uD83D surrogate, 支付")))
                .contains("fire", "surrogate");
    }

    @Test
    void nothing_is_fetched_for_it() throws IOException {
        var text = text(pdf("![a picture](http://127.0.0.1:9/x.png) and [a link](https://example.org/)"));
        assertThat(text).contains("a link");
    }

    private static byte[] pdf(String markdown) {
        return PostmortemPdf.of(PostmortemHtml.of("INC-42 draft", markdown), MOMENT);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
