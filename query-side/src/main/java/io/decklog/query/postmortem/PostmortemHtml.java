package io.decklog.query.postmortem;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a draft's Markdown as a page that needs nothing else. */
final class PostmortemHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private PostmortemHtml() {}

    /** @param title plain text that needs no escaping: an incident's number */
    static String of(String title, String markdown) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s: postmortem draft</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .2rem .6rem; text-align: left; }
                </style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(title, RENDERER.render(PARSER.parse(markdown)));
    }
}
