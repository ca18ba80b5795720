package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator replaces the template of postmortems: broken it is refused in a sentence, at the start and later. */
@OnEmbeddedPostgres
class PostmortemTemplateIT {

    @TempDir
    private Path folder;

    @Test
    void a_broken_template_refuses_the_start_and_one_broken_later_is_told_to_who_asks() throws Exception {
        var template = folder.resolve("template.md.mustache");
        var environment = Map.of("DECKLOG_PORT", "0", "DECKLOG_POSTMORTEM_TEMPLATE", template.toString());
        Files.writeString(template, "# {{incident.number}}\n{{incident.headline}}\n");
        var refused = DecklogProcess.launch(folder, environment);
        assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("stderr")))
                .contains(template.toString(), "incident.headline", "line 2", "decklog.postmortem.template")
                .doesNotContain("\tat ");

        Files.writeString(template, "# {{incident.number}} by our own template {{template}}\n");
        var process = DecklogProcess.launch(folder, environment);
        try {
            follows(new RestClient(DecklogProcess.addressOf(process)), template);
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void follows(RestClient http, Path template) throws IOException {
        var incident = OwnIncident.declaredTo(http);
        var draft = incident.path() + "/postmortem";
        assertThat(http.get(draft).body()).matches("# INC-1 by our own template [0-9a-f]{12}\n");

        Files.writeString(template, "{{#decisions}}");
        Refusal.of(http.get(draft), 503, "POSTMORTEM_TEMPLATE_BROKEN");
        assertThat(http.get(draft).text("/detail")).contains(template.toString(), "decisions");
        assertThat(http.with("Accept", "application/json").get(draft).status()).isEqualTo(200);
        incident.recorded("/review", Map.of("facilitator", "ines"));
        Refusal.of(incident.post("/review/publish", ""), 503, "POSTMORTEM_TEMPLATE_BROKEN");

        Files.writeString(template, "{{incident.number}} is mended\n");
        assertThat(http.get(draft).body()).isEqualTo("INC-1 is mended\n");
    }
}
