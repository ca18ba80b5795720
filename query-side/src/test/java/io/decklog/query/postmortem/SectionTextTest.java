package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionTextTest {

    @Test
    void headings_go_below_the_one_of_the_section() {
        assertThat(SectionText.below(2, "# One\n\nTwo\n===\n\ntext\n\n##### Deep"))
                .isEqualTo("### One\n\n### Two\n\ntext\n\n###### Deep");
    }

    @Test
    void lists_tables_and_emphasis_stay() {
        var text = "The **rollback** went *well*:\n\n- four minutes\n- nobody lost\n\n|A|B|\n|---|---|\n|1|2|";
        assertThat(SectionText.below(2, text)).contains("The **rollback** went *well*:", "- four minutes", "|1|2|");
    }

    @Test
    void what_is_left_open_ends_with_the_section() {
        assertThat(SectionText.below(2, "```\n# no heading\n\n\n\nx")).isEqualTo("```\n# no heading\n\n\n\nx\n```");
    }

    @Test
    void html_is_text() {
        var text = SectionText.below(2, "a <b>c</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- x -->");
        var html = PostmortemHtml.of("INC-1", text);

        assertThat(html).doesNotContain("<b>", "<script>", "<!--").contains("&lt;b&gt;", "&lt;script&gt;", "alert(1)");
        assertThat(text).doesNotContain("\n<");
    }

    @Test
    void a_reference_is_resolved_and_not_left_for_the_page() {
        var text = SectionText.below(2, "See [graph].\n\n[graph]: https://grafana.example/d/1");
        assertThat(text).isEqualTo("See [graph](https://grafana.example/d/1).");
    }

    @Test
    void what_is_nested_without_end_is_still_read() {
        assertThat(SectionText.below(2, ">".repeat(20_000))).isNotNull();
        assertThat(SectionText.below(2, "*a ".repeat(6_000))).isNotBlank();
        assertThat(SectionText.below(2, "*a **b ".repeat(2_800))).isNotBlank();
        assertThat(SectionText.below(2, "*a _b ".repeat(1_500) + "b_ a* ".repeat(1_500)))
                .isNotBlank();
        assertThat(SectionText.below(2, "[".repeat(20_000))).isNotBlank();
        assertThat(SectionText.below(2, "- ".repeat(10_000) + "x")).isNotBlank();
    }

    @Test
    void a_text_written_anew_reads_the_same_again() {
        var once = SectionText.below(
                0, "# A\n\n1. x\n   - y\n\n> q\n\n![i](https://a.example/b) `c` a_b*c \\# <https://d.example>");
        assertThat(SectionText.below(0, once)).isEqualTo(once);
    }
}
