package io.decklog.command.imports;

import io.decklog.wiring.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code decklog.import.*}
 *
 * @param maxBody the largest upload; a line may have 4 MiB of it
 */
@ConfigurationProperties("decklog.import")
record ImportSettings(@DefaultValue("64MB") DataSize maxBody) {

    /** @throws UnusableSetting if a line that is allowed would not fit */
    ImportSettings {
        UnusableSetting.unless(
                maxBody.toBytes() >= Imports.LINE_LIMIT,
                "decklog.import.max-body",
                maxBody,
                "4MB or more, which one line may have, 64MB for example");
    }
}
