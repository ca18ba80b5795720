package io.decklog.command.incident;

/**
 * What an import was answered.
 *
 * @param declared whether the incident is new
 * @param entries how many of its entries are new
 */
public record Imported(boolean declared, int entries) {

    /** Whether there was anything new in it. */
    public boolean isNew() {
        return declared || entries > 0;
    }
}
