package io.decklog.command.incident;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Ids that follow from what they stand for: UUIDs of version 5. */
final class DerivedId {

    private DerivedId() {}

    /** @param namespace within which the name stands for something */
    static UUID of(UUID namespace, String name) {
        return Generators.nameBasedGenerator(namespace).generate(name);
    }
}
