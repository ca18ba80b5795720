package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import java.util.Locale;

/** What holds of every refusal: a problem detail (RFC 9457) with a code for programs and a sentence for people. */
public record Refusal(Answer answer) {

    public static Refusal of(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.text("/code")).as(answer.toString()).isEqualTo(code);
        assertThat(answer.text("/type"))
                .isEqualTo(
                        "urn:decklog:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank().doesNotContain("Exception", "io.decklog", "java.");
        return new Refusal(answer);
    }

    /** That it is about these fields, each with what is wrong with it. */
    Refusal about(String... fields) {
        assertThat(answer.all("/errors"))
                .as(answer.toString())
                .extracting(error -> error.path("field").asString())
                .containsExactly(fields);
        assertThat(answer.all("/errors"))
                .allSatisfy(error -> assertThat(error.path("detail").asString())
                        .isNotBlank()
                        .doesNotContain("Exception", "io.decklog", "java."));
        return this;
    }
}
