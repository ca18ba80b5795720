package io.decklog.query.postmortem;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a Markdown text below its title, as plain text.
 *
 * @param byLine by the line they stand in, counted from 0
 */
record Headings(NavigableMap<Integer, String> byLine) {

    private static final int TITLE = 1;
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    static Headings of(String markdown) {
        var found = new TreeMap<Integer, String>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() > TITLE) {
                    found.put(heading.getSourceSpans().getFirst().getLineIndex(), PLAIN.render(heading));
                }
            }
        });
        return new Headings(found);
    }

    /** The heading a line stands under or is; null above the first one. */
    @Nullable
    String above(int line) {
        Map.Entry<Integer, String> heading = byLine.floorEntry(line);
        return heading == null ? null : heading.getValue();
    }
}
