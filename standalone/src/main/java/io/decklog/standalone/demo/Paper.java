package io.decklog.standalone.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A page of text on the terminal: long text is wrapped and stays in its column, colour is used where it can be seen. */
final class Paper {
    static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean coloured;

    Paper(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    void heading(String title) {
        out.println();
        out.println(Ink.BOLD.on(title, coloured));
        out.println("=".repeat(title.length()));
    }

    void line(String line) {
        out.println(line);
    }

    /** Prints {@code text} after {@code label}, all its lines in one column. */
    void labelled(String label, String text) {
        labelled(label, Ink.PLAIN, text, Ink.PLAIN);
    }

    void labelled(String label, Ink ofLabel, String text, Ink ofText) {
        List<String> lines = wrap(text, WIDTH - label.length());
        for (int i = 0; i < lines.size(); i++) {
            String first = i == 0 ? ofLabel.on(label, coloured) : " ".repeat(label.length());
            out.println(first + ofText.on(lines.get(i), coloured));
        }
    }

    /** Breaks at spaces; a word longer than {@code width} keeps a line to itself. Never empty. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
