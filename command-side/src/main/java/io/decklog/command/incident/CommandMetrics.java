package io.decklog.command.incident;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.command.idempotency.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Measures commands from being handed in, waiting in line included, to being answered. */
@Component
class CommandMetrics {

    private final MeterRegistry meters;
    private final MeterProvider<Timer> commands;
    private final MeterProvider<Counter> refused;

    CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.commands = Timer.builder("decklog.commands")
                .description("Commands from being handed in to being answered")
                .withRegistry(meters);
        this.refused = Counter.builder("decklog.commands.refused")
                .description("Commands a rule forbade")
                .withRegistry(meters);
    }

    /** What became of a command. */
    enum Outcome {
        /** Events were appended. */
        RECORDED,
        /** What was asked for already was. */
        NOTHING_TO_RECORD,
        /** The answer was remembered from an earlier request with the same key. */
        REPLAYED,
        /** A rule forbade it. */
        REFUSED,
        /** The store was away, or something went wrong on our side. */
        FAILED;

        static Outcome of(Answer answer) {
            if (answer.replayed()) {
                return REPLAYED;
            }
            return answer.recorded().entryId() == null ? NOTHING_TO_RECORD : RECORDED;
        }

        static Outcome of(Imported imported) {
            return imported.isNew() ? RECORDED : NOTHING_TO_RECORD;
        }

        private String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    <R> R measured(Object command, Supplier<R> handIn, Function<R, Outcome> outcomeOf) {
        var name = command.getClass().getSimpleName();
        var sample = Timer.start(meters);
        var outcome = Outcome.FAILED;
        try {
            var answer = handIn.get();
            outcome = outcomeOf.apply(answer);
            return answer;
        } catch (IncidentRejected rejected) {
            outcome = Outcome.REFUSED;
            var code = rejected.rejection().code().name();
            refused.withTags("command", name, "code", code).increment();
            throw rejected;
        } finally {
            sample.stop(commands.withTags("command", name, "outcome", outcome.tag()));
        }
    }
}
