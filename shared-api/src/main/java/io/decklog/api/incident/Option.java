package io.decklog.api.incident;

import org.jspecify.annotations.Nullable;

/**
 * One answer a decision could take.
 *
 * @param name unique among the options of its decision
 * @param benefit what speaks for it
 * @param risk what speaks against it
 * @param reversibility what it takes to go back on it
 */
public record Option(
        String name,
        @Nullable String benefit,
        @Nullable String risk,
        @Nullable Reversibility reversibility) {}
