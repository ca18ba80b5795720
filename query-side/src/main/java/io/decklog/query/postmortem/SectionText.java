package io.decklog.query.postmortem;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Lays Markdown that people wrote into a page as Markdown. It is read and written anew, so that what it leaves open ends
 * where it ends: it can neither swallow what follows nor bring headings above its own. HTML in it becomes text.
 */
final class SectionText {

    private static final int DEEPEST_HEADING = 6;

    /** Levels of blocks, and of emphasis and links; beyond them it is all plain text. */
    private static final int DEEPEST_NESTING = 50;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();
    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder().extensions(EXTENSIONS).build();

    private SectionText() {}

    /** @param level of the heading it stands under; its own go below */
    static String below(int level, String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Tame(level));
        return RENDERER.render(document).strip();
    }

    private static final class Tame extends AbstractVisitor {

        private final int level;

        Tame(int level) {
            this.level = level;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + level, DEEPEST_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlInline html) {
            replace(html, new Text(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            var text = new Paragraph();
            html.getLiteral().lines().forEach(line -> {
                if (text.getFirstChild() != null) {
                    text.appendChild(new SoftLineBreak());
                }
                text.appendChild(new Text(line.strip()));
            });
            replace(html, text);
        }

        /** What refers to it has been resolved; on the page it would be found from everywhere. */
        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        private static void replace(Node node, Node by) {
            node.insertAfter(by);
            node.unlink();
        }
    }
}
