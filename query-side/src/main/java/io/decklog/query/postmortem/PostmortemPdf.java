package io.decklog.query.postmortem;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Objects;

/**
 * Renders the page of a postmortem as PDF: tagged for screen readers (PDF/UA), its fonts embedded. The same page of the
 * same moment gives the same bytes. Nothing is fetched for it, whatever the page refers to.
 */
final class PostmortemPdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private PostmortemPdf() {}

    /**
     * @param html what {@link PostmortemHtml} makes
     * @param moment when what it tells was last changed; stands in the file as the time of its creation
     */
    static byte[] of(String html, Instant moment) {
        var bytes = new ByteArrayOutputStream();
        try (var renderer = builder(html).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            var calendar = GregorianCalendar.from(ZonedDateTime.ofInstant(moment, ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(calendar);
            document.getDocumentInformation().setModificationDate(calendar);
            document.setDocumentId(moment.toEpochMilli());
            document.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static PdfRendererBuilder builder(String html) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(html, null);
        builder.withProducer("Decklog");
        builder.useUriResolver((_, _) -> null);
        font(builder, "DejaVuSans.ttf", "DejaVu Sans", NORMAL, FontStyle.NORMAL);
        font(builder, "DejaVuSans-Bold.ttf", "DejaVu Sans", BOLD, FontStyle.NORMAL);
        font(builder, "DejaVuSans-Oblique.ttf", "DejaVu Sans", NORMAL, FontStyle.ITALIC);
        font(builder, "DejaVuSans-BoldOblique.ttf", "DejaVu Sans", BOLD, FontStyle.ITALIC);
        font(builder, "DejaVuSansMono.ttf", "DejaVu Sans Mono", NORMAL, FontStyle.NORMAL);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        FSSupplier<InputStream> bytes =
                () -> Objects.requireNonNull(PostmortemPdf.class.getResourceAsStream(FONTS + file), file);
        builder.useFont(bytes, family, weight, style, true);
    }
}
