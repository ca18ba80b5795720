package io.decklog.command.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.decklog.command.idempotency.IdempotentRequest;
import io.decklog.command.idempotency.RememberedAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes uploads into jobs. Once a job is answered, all its lines are on disk. */
@Component
class Imports {

    /** The longest line there may be, in bytes. */
    static final int LINE_LIMIT = 4 * 1024 * 1024;

    private final ImportJobs jobs;
    private final RememberedAnswers answers;
    private final Scheduler scheduler;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Supplier<UUID> newIds;

    Imports(
            ImportJobs jobs,
            RememberedAnswers answers,
            Scheduler scheduler,
            TransactionOperations transaction,
            Clock clock,
            Supplier<UUID> newIds) {
        this.jobs = jobs;
        this.answers = answers;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
        this.newIds = newIds;
    }

    /** @param replayed whether the job was accepted by an earlier request with the same key */
    record Accepted(ImportJob job, boolean replayed) {}

    Accepted accept(ImportUpload upload, @Nullable IdempotentRequest request) {
        var accepted = committed(upload, request);
        scheduler.triggerCheckForDueExecutions();
        return accepted;
    }

    private Accepted committed(ImportUpload upload, @Nullable IdempotentRequest request) {
        try {
            return transaction.execute(_ -> acceptOnce(upload, request));
        } catch (DuplicateKeyException answeredMeanwhile) {
            return transaction.execute(_ -> acceptOnce(upload, request));
        }
    }

    private Accepted acceptOnce(ImportUpload upload, @Nullable IdempotentRequest request) {
        Optional<ImportJob> remembered = request == null ? Optional.empty() : answers.find(request, ImportJob.class);
        if (remembered.isPresent()) {
            return new Accepted(remembered.get(), true);
        }
        var id = new ImportId(newIds.get());
        jobs.create(id, clock.instant());
        store(upload, id);
        scheduler.schedule(new TaskInstance<>(ImportConfiguration.TASK, id.toString()), clock.instant());
        var job = jobs.find(id).orElseThrow();
        if (request != null) {
            answers.remember(request, job);
        }
        return new Accepted(job, false);
    }

    private void store(ImportUpload upload, ImportId job) {
        var batch = new LineBatch(jobs, job);
        try {
            upload.forEachLine(LINE_LIMIT, batch::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        batch.flush();
    }

    Optional<ImportJob> find(ImportId job) {
        return jobs.find(job);
    }

    /** Ends it after the line it is at; one that has ended stays as it is. */
    Optional<ImportJob> cancel(ImportId job) {
        return transaction.execute(_ -> {
            jobs.end(job, ImportJob.State.CANCELLED, clock.instant());
            return jobs.find(job);
        });
    }
}
