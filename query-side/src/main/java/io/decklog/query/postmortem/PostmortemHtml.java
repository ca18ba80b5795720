package io.decklog.query.postmortem;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a postmortem's Markdown as a page that needs nothing else. It is well-formed XML, too. */
final class PostmortemHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    /** What XML 1.0 cannot hold, not even escaped. */
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private PostmortemHtml() {}

    /** @param title plain text that needs no escaping: an incident's number, and which postmortem it is */
    static String of(String title, String markdown) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta name="description" content="%s" />
                <meta name="subject" content="%s" />
                <title>%s</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .2rem .6rem; text-align: left; vertical-align: top; }
                @page { size: A4; margin: 20mm 18mm; @bottom-left { content: "%s"; font: 8pt "DejaVu Sans"; color: #555; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "DejaVu Sans"; color: #555; } }
                @media print {
                body { font: 9.5pt/1.45 "DejaVu Sans", sans-serif; max-width: none; margin: 0; padding: 0; }
                h1 { font-size: 17pt; line-height: 1.25; } h2 { font-size: 13pt; } h3 { font-size: 10.5pt; } h1, h2, h3 { page-break-after: avoid; }
                table { width: 100%%; font-size: 8.5pt; -fs-table-paginate: paginate; } tr { page-break-inside: avoid; }
                pre, code { font-family: "DejaVu Sans Mono", monospace; font-size: 8.5pt; white-space: pre-wrap; }
                body, th, td { word-wrap: break-word; } th, td { min-width: 19mm; }
                }
                </style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(
                title, title, title, title, RENDERER.render(PARSER.parse(markdown.replaceAll(NOT_XML, "\uFFFD"))));
    }
}
