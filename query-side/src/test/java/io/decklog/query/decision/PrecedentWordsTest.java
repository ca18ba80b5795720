package io.decklog.query.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.query.decision.PrecedentWords.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedentWordsTest {

    private static final Word CAPACITOR = new Word("capacitor", "capacitor", 3);
    private static final Word ZEPPELIN = new Word("zeppelins", "zeppelin", 900);
    private static final Word FAIL = new Word("fail", "fail", 90_000);
    private static final Word DATABASE = new Word("database", "databas", 120_000);
    private static final Word ROLL = new Word("roll", "roll", 300_000);

    @Test
    void rare_words_are_looked_up_alone_and_frequent_ones_in_pairs() {
        var words = new PrecedentWords(List.of(CAPACITOR, ZEPPELIN, FAIL, DATABASE, ROLL));
        assertThat(words.all()).isEqualTo("'capacitor' & 'zeppelin' & 'fail' & 'databas' & 'roll'");
        assertThat(words.rare()).isEqualTo("'capacitor' | 'zeppelin'");
        assertThat(words.pairs()).isEqualTo("('fail' & 'databas') | ('fail' & 'roll') | ('databas' & 'roll')");
    }

    @Test
    void words_that_are_rare_alone_but_not_together_are_looked_up_as_far_as_they_are() {
        var words = new PrecedentWords(List.of(ZEPPELIN, new Word("airship", "airship", 950), FAIL));
        assertThat(words.rare()).isEqualTo("'zeppelin'");
        assertThat(words.pairs()).isEqualTo("('airship' & 'fail')");
    }

    @Test
    void one_frequent_word_makes_no_pair() {
        var words = new PrecedentWords(List.of(ROLL));
        assertThat(words.rare()).isEmpty();
        assertThat(words.pairs()).isEmpty();
        assertThat(words.all()).isEqualTo("'roll'");
    }

    @Test
    void quotes_and_backslashes_in_a_word_are_part_of_it() {
        assertThat(new Word("o'b\\c", "o'b\\c", 0).query(":AB")).isEqualTo("'o''b\\\\c':AB");
    }
}
