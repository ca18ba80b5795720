package io.decklog.command.idempotency;

import io.decklog.command.bookkeeping.Bookkeeping;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** The ids of entries for which the caller has chosen none: new ones, unless the request has got one before. */
@Component
public class EntryIds {

    private final RememberedAnswers answers;
    private final Bookkeeping bookkeeping;
    private final Supplier<UUID> newIds;

    EntryIds(RememberedAnswers answers, Bookkeeping bookkeeping, Supplier<UUID> newIds) {
        this.answers = answers;
        this.bookkeeping = bookkeeping;
        this.newIds = newIds;
    }

    /** @param request as {@link IdempotentRequest#asMetaData} gives it; anything else if it carries no key */
    public UUID of(Map<String, String> request) {
        var intended = bookkeeping.keepsIntents()
                ? IdempotentRequest.of(MetaData.from(request)).flatMap(answers::findIntent)
                : Optional.<Intent>empty();
        return intended.map(Intent::entry).orElseGet(newIds);
    }
}
