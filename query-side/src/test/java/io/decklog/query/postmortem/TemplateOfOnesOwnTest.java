package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.Severity;
import io.decklog.query.story.ReviewStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateOfOnesOwnTest {

    private static final PostmortemFold FOLD = new PostmortemFold(new Lateness(Duration.ofMinutes(5)));
    private static final String DIGEST = "0123456789ab";

    private final Story story = new Story(42);

    @Test
    void it_names_the_fields_of_the_json_draft() {
        story.declared("Checkout *fails*", Severity.SEV2, "checkout", "payments");
        assertThat(written("""
                        {{incident.number}} {{incident.title}} {{incident.severity}} {{incident.state}} {{incident.declaredAt}}
                        {{#incident.services}}<{{.}}>{{/incident.services}}
                        {{#keyMoments}}{{type}} at {{sequence}}{{/keyMoments}}
                        {{#capital}}{{incident.kind}}{{/capital}}, template {{template}}
                        """)).isEqualTo("""
                        INC-42 Checkout \\*fails\\* SEV2 open 2026-03-30 08:00:00Z
                        <checkout><payments>
                        declared at 1
                        Live, template 0123456789ab
                        """);
    }

    @Test
    void a_section_stands_where_the_template_places_it_and_only_there() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var review = new ReviewStory(story);
        review.opened();
        review.section("summary", "# All *well* that\n\nends <b>well</b>");
        review.section("what-went-well", "the rehearsal");

        assertThat(written("""
                        {{#written.summary}}{{{markdown}}}{{/written.summary}}{{^written.summary}}nobody wrote one{{/written.summary}}
                        {{#written.nothing}}never{{/written.nothing}}
                        {{#otherSections}}{{#capital}}{{name}}{{/capital}}: {{{markdown}}}{{/otherSections}}
                        """)).isEqualTo("""
                        ### All *well* that

                        ends \\<b\\>well\\</b\\>

                        What went well: the rehearsal
                        """);
    }

    @Test
    void the_built_in_template_lets_people_write_the_summary_themselves() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.resolved();
        var generated = DraftTemplate.builtIn().write(draft());
        var review = new ReviewStory(story);
        review.opened();
        review.section("summary", "It was the certificate.");
        var laidOver = DraftTemplate.builtIn().write(draft());

        assertThat(generated).contains("## Summary\n\nCustomers cannot pay\n\n- Severity: SEV2\n");
        assertThat(laidOver)
                .contains("## Summary\n\nIt was the certificate.\n\n- Severity: SEV2\n")
                .containsOnlyOnce("It was the certificate.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# {{incident.number}}\\n{{incidnet.title}} | incidnet | line 2",
                "{{#decisions}}\\n{{rationale}}\\n{{why}}\\n{{/decisions}} | why | line 3",
                "\\n\\n{{#rolls}}x{{/rolls}} | rolls | line 3",
                "{{#decisions}}{{#options}}{{name}}{{/options}} | decisions | line 1",
                "{{#decisions}}{{/options}} | options | line 1",
                "{{> other}} | other | alone",
                "{{incident.getClass}} | incident.getClass | line 1",
                "{{#incident.title}}{{getBytes}}{{/incident.title}} | getBytes | line 1",
            })
    void a_broken_one_is_refused_saying_what_and_where(String source, String what, String where) {
        assertThatExceptionOfType(BrokenTemplate.class)
                .isThrownBy(() -> DraftTemplate.of(source.replace("\\n", "\n"), DIGEST))
                .withMessageContaining(what)
                .withMessageContaining(where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no names at all",
                "{{! a comment }}",
                "{{#review}}{{#sections}}{{name}}{{/sections}}{{/review}}"
            })
    void what_names_only_what_there_is_is_taken(String source) {
        assertThatCode(() -> DraftTemplate.of(source, DIGEST)).doesNotThrowAnyException();
    }

    @Test
    void the_built_in_one_passes_the_trial_of_any_other() throws IOException {
        try (var source = Objects.requireNonNull(getClass().getResourceAsStream("/postmortem/template.md.mustache"))) {
            var text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            assertThatCode(() -> DraftTemplate.of(text, DIGEST)).doesNotThrowAnyException();
        }
    }

    private String written(String template) {
        return DraftTemplate.of(template, DIGEST).write(draft());
    }

    private Postmortem draft() {
        return FOLD.of(story.events(), story.events().size(), null);
    }
}
