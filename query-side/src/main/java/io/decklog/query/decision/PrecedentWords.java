package io.decklog.query.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a question, the rarest first, and which decisions are looked at because of them. Looking at every decision
 * with a word that stands in each tenth one would take seconds, and tell little; so those are looked at that say all of
 * the words, or one that is rare, or two of those that are not.
 */
record PrecedentWords(List<Word> words) {

    /** How many decisions are looked at for each of the three reasons at most, the last ones recorded. */
    static final int LOOKED_AT = 1_000;

    private static final int PAIRED = 4;

    /**
     * A word.
     *
     * @param asked as it was asked
     * @param lexeme as the search knows it
     * @param decisions how many say it, by the statistics of the database; 0 if it is too rare to be among them
     */
    record Word(String asked, String lexeme, double decisions) {

        /** The word as a query, of the whole decision or of the weights given. */
        String query(String weights) {
            return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'" + weights;
        }

        private String query() {
            return query("");
        }
    }

    /** Every word at once. */
    String all() {
        return words.stream().map(Word::query).collect(Collectors.joining(" & "));
    }

    /** Any of those words that together stand in few enough decisions to look at them all; empty if there are none. */
    String rare() {
        return rareWords().stream().map(Word::query).collect(Collectors.joining(" | "));
    }

    /** Any two of the rarest words that are too frequent to be looked up alone; empty if there are no two. */
    String pairs() {
        var frequent = words.stream().skip(rareWords().size()).limit(PAIRED).toList();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < frequent.size(); i++) {
            for (int j = i + 1; j < frequent.size(); j++) {
                pairs.add(
                        "(" + frequent.get(i).query() + " & " + frequent.get(j).query() + ")");
            }
        }
        return String.join(" | ", pairs);
    }

    private List<Word> rareWords() {
        var rare = new ArrayList<Word>();
        var decisions = 0.0;
        for (var word : words) {
            decisions += word.decisions();
            if (decisions > LOOKED_AT) {
                break;
            }
            rare.add(word);
        }
        return rare;
    }
}
