package io.decklog.command.imports;

import io.decklog.command.imports.ImportJob.State;
import io.decklog.command.imports.ImportJobs.Line;
import io.decklog.command.incident.IncidentImport;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in the lines of a job one after the other. Stopped anywhere, it goes on with the next line that is not done. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportJobs jobs;
    private final IncidentImport imports;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Counter takenLines;
    private final Counter failedLines;

    ImportWorker(
            ImportJobs jobs,
            IncidentImport imports,
            TransactionOperations transaction,
            Clock clock,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.imports = imports;
        this.transaction = transaction;
        this.clock = clock;
        var lines = Counter.builder("decklog.imports.lines")
                .description("Lines of imports that are done")
                .withRegistry(meters);
        this.takenLines = lines.withTag("outcome", "taken");
        this.failedLines = lines.withTag("outcome", "failed");
    }

    /**
     * @param isStopping asked before each line
     * @return whether nothing is left to do
     */
    boolean run(ImportId job, BooleanSupplier isStopping) {
        if (!jobs.start(job)) {
            return true;
        }
        while (!isStopping.getAsBoolean()) {
            var line = jobs.next(job);
            if (line.isEmpty()) {
                end(job, State.DONE); // unless it was cancelled, and has no lines left for that reason
                return true;
            }
            take(job, line.get());
        }
        return false;
    }

    void end(ImportId job, State state) {
        transaction.executeWithoutResult(_ -> jobs.end(job, state, clock.instant()));
    }

    private void take(ImportId job, Line line) {
        try {
            record(job, line);
        } catch (LineGone gone) {
            LOG.info("Line {} of import {} is no longer to be taken in", line.number(), job);
        }
    }

    private void record(ImportId job, Line line) {
        try {
            var readable = imports.read(line.content());
            if (!readable.differences().isEmpty()) {
                transaction.executeWithoutResult(_ -> jobs.report(job, line.number(), readable.differences()));
            }
            imports.take(readable, ImportProgress.metaData(job, line.number()));
            takenLines.increment();
        } catch (ProblemException refused) {
            fail(job, line, refused.errors());
        } catch (LineGone | DataAccessException | TransactionException nothingWrongWithTheLine) {
            throw nothingWrongWithTheLine;
        } catch (RuntimeException unexpected) {
            LOG.error("Line {} of import {} failed for no fault of its own", line.number(), job, unexpected);
            fail(job, line, List.of(new FieldProblem("line", "could not be taken: something went wrong on our side")));
        }
    }

    private void fail(ImportId job, Line line, List<FieldProblem> errors) {
        transaction.executeWithoutResult(_ -> jobs.failed(job, line.number(), errors));
        failedLines.increment();
    }
}
