package io.decklog.standalone.demo;

/** How a piece of text looks on a terminal. */
enum Ink {
    PLAIN(""),
    BOLD("1"),
    STRUCK("2;9"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, boolean coloured) {
        return coloured && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** The colour of a kind of entry. */
    static Ink of(String kind) {
        return switch (kind) {
            case "declared", "severity", "reopened" -> RED;
            case "decision-raised", "option", "objection", "decision", "decision-superseded" -> MAGENTA;
            case "mitigated", "resolved", "closed" -> GREEN;
            case "status-update", "role" -> CYAN;
            default -> kind.startsWith("mitigation") || kind.startsWith("permanent") ? YELLOW : PLAIN;
        };
    }
}
