package io.decklog.api.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who made an entry.
 *
 * @param by the actor: the authenticated person or tool, or the author an import names
 * @param client the client the request came through; differs from {@code by} where an import speaks for its authors
 * @param onBehalfOf the person a tool acts for
 */
public record Attribution(
        String by, String client, @Nullable String onBehalfOf) {

    /** The person behind the entry: whom the tool acted for, else the actor. */
    public String person() {
        return Optional.ofNullable(onBehalfOf).orElse(by);
    }
}
