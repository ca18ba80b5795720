package io.decklog.query.postmortem;

import java.util.List;

/** A page of Markdown in the making. Takes text that is Markdown already; see {@link MarkdownText}. */
final class MarkdownPage {

    private final StringBuilder text = new StringBuilder();
    private boolean inList;

    void title(String title) {
        text.append("# ").append(title).append('\n');
    }

    void heading(String heading) {
        gap();
        text.append("## ").append(heading).append("\n\n");
    }

    void subheading(String heading) {
        gap();
        text.append("### ").append(heading).append("\n\n");
    }

    void paragraph(String paragraph) {
        endList();
        text.append(paragraph).append("\n\n");
    }

    /** Markdown of several lines, which stays as it is. */
    void block(String markdown) {
        endList();
        text.append(markdown).append("\n\n");
    }

    void bullet(String item) {
        inList = true;
        text.append("- ").append(item).append('\n');
    }

    /** Says so where there is none. */
    void bullets(List<String> items) {
        if (items.isEmpty()) {
            nothing();
        }
        items.forEach(this::bullet);
    }

    void nothing() {
        paragraph("None.");
    }

    /** Says so where there is no row. */
    void table(List<String> header, List<List<String>> rows) {
        endList();
        if (rows.isEmpty()) {
            nothing();
            return;
        }
        row(header);
        row(header.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** One empty line. */
    private void gap() {
        inList = false;
        while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
            text.setLength(text.length() - 1);
        }
        text.append("\n\n");
    }

    private void endList() {
        if (inList) {
            text.append('\n');
            inList = false;
        }
    }

    /** Ends with one line break, and has no more than one empty line anywhere but in a block. */
    String text() {
        return text.toString().strip() + "\n";
    }
}
