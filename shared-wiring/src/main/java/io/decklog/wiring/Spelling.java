package io.decklog.wiring;

/** How far two words are apart. */
final class Spelling {

    private Spelling() {}

    /** How many letters have to be put in, left out or changed to make one of the other: Levenshtein's distance. */
    static int distance(String one, String other) {
        var distances = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            distances[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = distances[0];
            distances[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.min(changed, Math.min(distances[j], distances[j - 1]) + 1);
            }
        }
        return distances[other.length()];
    }
}
