package io.decklog.query.postmortem;

import java.util.regex.Pattern;

/**
 * Puts what people wrote into Markdown so that it reads as they wrote it and can be nothing but text: no heading, no
 * link, no table cell, no HTML, wherever in a line it stands.
 */
final class MarkdownText {

    /** Everything that is white space or breaks lines somewhere, and the controls that hide or reorder text. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final Pattern INVISIBLE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!$^]");
    private static final Pattern BULLET = Pattern.compile("^[-+=]");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");

    private MarkdownText() {}

    /** One line of plain text. */
    static String inline(String text) {
        var line = SPACE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        var escaped = SPECIAL.matcher(line).replaceAll("\\\\$0");
        var unlisted = BULLET.matcher(escaped).replaceFirst("\\\\$0");
        return NUMBERED.matcher(unlisted).replaceFirst("$1\\\\$2");
    }
}
