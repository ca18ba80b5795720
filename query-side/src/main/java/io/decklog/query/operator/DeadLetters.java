package io.decklog.query.operator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The events each projection could not take in. */
@Component
class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final EventProcessingConfiguration processing;

    DeadLetters(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** @param healed the incidents whose events are all taken in now; failed the others */
    record Retry(int healed, int failed) {}

    long count(String projection) {
        return queue(projection).size();
    }

    /** Those of one incident together, in their order. */
    List<DeadLetterView> list(String projection) {
        var letters = new ArrayList<DeadLetterView>();
        queue(projection).deadLetters().forEach(sequence -> sequence.forEach(letter -> letters.add(view(letter))));
        return letters;
    }

    /** Tries each incident once more, from its first event that failed. */
    Retry retry(String projection) {
        var processor = processing.sequencedDeadLetterProcessor(projection).orElseThrow();
        var healed = 0;
        var failed = 0;
        for (var first : firstOfEachSequence(projection)) {
            if (heals(processor, first)) {
                healed++;
            } else {
                failed++;
            }
        }
        return new Retry(healed, failed);
    }

    /** A try that fails is rolled back as a whole, so that no row is written for an event that stays in the queue. */
    private static boolean heals(SequencedDeadLetterProcessor<EventMessage<?>> processor, String eventId) {
        try {
            return processor.process(letter -> letter.message().getIdentifier().equals(eventId));
        } catch (RuntimeException stillFailing) {
            LOG.warn("Event {} cannot be projected: {}", eventId, stillFailing.getMessage());
            return false;
        }
    }

    private List<String> firstOfEachSequence(String projection) {
        return StreamSupport.stream(queue(projection).deadLetters().spliterator(), false)
                .map(Iterable::iterator)
                .filter(Iterator::hasNext)
                .map(Iterator::next)
                .map(letter -> letter.message().getIdentifier())
                .toList();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String projection) {
        return processing.deadLetterQueue(projection).orElseThrow();
    }

    private static DeadLetterView view(DeadLetter<? extends EventMessage<?>> letter) {
        var message = letter.message();
        var domainEvent = message instanceof DomainEventMessage<?> event ? event : null;
        return new DeadLetterView(
                message.getIdentifier(),
                message.getPayloadType().getSimpleName(),
                domainEvent == null ? null : domainEvent.getAggregateIdentifier(),
                domainEvent == null ? null : domainEvent.getSequenceNumber() + 1,
                letter.cause().map(Cause::message).orElse(null),
                letter.enqueuedAt(),
                letter.lastTouched());
    }
}
