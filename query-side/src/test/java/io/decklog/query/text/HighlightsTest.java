package io.decklog.query.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightsTest {

    @Test
    void what_was_found_is_marked_and_what_was_written_is_escaped() {
        assertThat(Highlights.html("\u0003mark>&\"'</mark> größer \u0001failed\u0002 twice"))
                .isEqualTo("&lt;mark&gt;&amp;&quot;&#39;&lt;/mark&gt; größer <mark>failed</mark> twice");
    }
}
