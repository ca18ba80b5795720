package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTemplateTest {

    private static final String HARMLESS = "harmless";
    private static final PostmortemFold FOLD = new PostmortemFold(new Lateness(Duration.ofMinutes(5)));

    @Test
    void the_draft_of_a_known_story_is_known_to_the_byte() throws IOException {
        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/postmortem/INC-42.md"))) {
            assertThat(markdown(told().events())).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_same_log_gives_the_same_bytes_and_any_prefix_gives_a_draft(long seed) {
        var events = RandomStory.of(seed, 60).events();
        for (var length = 1; length <= events.size(); length++) {
            var prefix = events.subList(0, length);
            assertThat(markdown(prefix)).isEqualTo(markdown(List.copyOf(prefix)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "text\n\n# heading\n",
                "- item",
                "+ item",
                "1. item",
                "1) item",
                "===",
                "---",
                "***",
                "_a_ *b* **c** ~~d~~",
                "a | b | c",
                "[link](https://example.org)",
                "![image](https://example.org/x.png)",
                "<https://example.org>",
                "[ref]: https://example.org",
                "<script>alert(1)</script>",
                "<b onclick=x>b</b>",
                "&lt;script&gt; &amp; &#35;",
                "`code` ``more``",
                "```\nfence\n```",
                "~~~\nfence\n~~~",
                "    indented",
                "\tindented",
                "> quote",
                "back\\slash \\| pipe \\",
                "line\u2028separator\u0085next\rreturn",
                "ends with |"
            })
    void what_people_write_is_text_and_nothing_else(String hostile) {
        var markdown = markdown(saying(hostile).events());
        var harmless = markdown(saying(HARMLESS).events());

        assertThat(Structure.of(markdown)).isEqualTo(Structure.of(harmless));
        assertThat(solid(Structure.textOf(markdown)))
                .isEqualTo(solid(Structure.textOf(harmless)).replace(HARMLESS, solid(hostile)));
        assertThat(PostmortemHtml.of("INC-42", markdown)).doesNotContain("<script", "<b ", "onclick=x>", "<a ", "<img");
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", "");
    }

    /** The same story, with one text wherever people can write one. */
    private static Story saying(String text) {
        var story = new Story(42).by(text).summary(text);
        story.declared(text, Severity.SEV2, text);
        var seen = story.observed(text);
        var option = new Option(text, text, text, null);
        var decision = story.decided(text, List.of(option), text, seen.toString());
        story.objected(decision, text, text);
        story.raised(text);
        story.mitigation(text, Permanence.STOPGAP, decision);
        story.role(Role.COMMANDER, text, text);
        story.told(text, text);
        var other = story.observed(text);
        story.corrected(other, text);
        story.struck(other);
        story.confirmed(story.guessed(text));
        story.guessed(text);
        story.delegated(text, text);
        story.suffered(text, text, null);
        return story;
    }

    private static Story told() {
        var story = new Story(42);
        story.declared("Checkout fails for cards", Severity.SEV2, "checkout", "payments");
        story.role(Role.COMMANDER, "ana", null);
        var seen = story.observed("error rate 12 % since the deploy", "https://metrics.example/checkout");
        story.severity(Severity.SEV2, Severity.SEV1);
        story.told("customers", "Card payments fail; we are on it");
        var failOver = new Option("fail over", "back in minutes", "split brain", Reversibility.COSTLY);
        var wait = new Option("wait for the vendor", null, "hours of lost orders", Reversibility.REVERSIBLE);
        var question = "Fail over to the second region?";
        var decision = story.raised(question, failOver);
        story.option(decision, wait);
        story.objected(decision, "ben", "the replica lags by a minute");
        story.chose(decision, question, List.of(failOver, wait), "fail over", seen.toString());
        story.role(Role.COMMANDER, "ben", "ana");
        var stopgap = story.mitigation("Twice as many pods in the second region", Permanence.STOPGAP, decision);
        story.assessed(stopgap, MitigationEffect.EFFECTIVE);
        story.mitigated();
        story.ago(Duration.ofMinutes(40)).observed("the vendor's certificate had expired");
        var wrong = story.observed("traffic is back to 80 %");
        story.corrected(wrong, "traffic is back to 90 %");
        var alien = story.observed("search is slow");
        story.struck(alien);
        story.raised("Who pays for the lost orders?");
        story.fixPlanned(stopgap, "fay", Story.START.plus(Duration.ofDays(14)));
        story.suffered("checkout", "one payment in three fails", Story.START.plus(Duration.ofMinutes(12)));
        var certificate = story.guessed("the vendor's certificate has expired");
        story.confirmed(certificate);
        var deploy = story.guessed("it came with the deploy of 07:50");
        story.ruledOut(deploy);
        story.guessed("the load balancer caches the error");
        story.done(story.delegated("ask the vendor for logs", "ben"));
        story.reassigned(story.delegated("count the lost orders", "ben"), "chi", "ben");
        story.linked(Relation.RELATED, new Story(41));
        var pinned = story.observed("the vendor answers at last");
        story.pinned(pinned);
        story.redacted(story.observed("it is Mrs Jones"));
        story.assessed(stopgap, MitigationEffect.PARTIAL);
        story.role(Role.SCRIBE, "dee", null);
        story.released(Role.SCRIBE, "dee");
        story.resolved();
        return story;
    }

    private static String markdown(List<RecordedEvent> events) {
        return DraftTemplate.builtIn().write(FOLD.of(events, events.size(), null));
    }

    /** What a page consists of, without its texts. */
    private static final class Structure extends AbstractVisitor {

        private final StringBuilder kinds = new StringBuilder();
        private final StringBuilder text = new StringBuilder();

        static String of(String markdown) {
            return read(markdown).kinds.toString();
        }

        static String textOf(String markdown) {
            return read(markdown).text.toString();
        }

        private static Structure read(String markdown) {
            var structure = new Structure();
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build()
                    .parse(markdown)
                    .accept(structure);
            return structure;
        }

        @Override
        protected void visitChildren(org.commonmark.node.Node parent) {
            if (!(parent instanceof Text)) {
                kinds.append(parent.getClass().getSimpleName()).append('\n');
            }
            super.visitChildren(parent);
            text.append('\n');
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            kinds.append("Code");
        }

        @Override
        public void visit(HtmlInline node) {
            kinds.append("HtmlInline");
        }

        @Override
        public void visit(HtmlBlock node) {
            kinds.append("HtmlBlock");
        }

        @Override
        public void visit(FencedCodeBlock node) {
            kinds.append("FencedCodeBlock");
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            kinds.append("IndentedCodeBlock");
        }
    }
}
