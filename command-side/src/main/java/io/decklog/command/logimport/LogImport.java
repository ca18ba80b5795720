package io.decklog.command.logimport;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.command.bookkeeping.Bookkeeping;
import io.decklog.command.bookkeeping.TakenIds;
import io.decklog.command.incident.IncidentRestoration;
import io.decklog.wiring.log.ImportableLog;
import io.decklog.wiring.log.LogHasGrown;
import io.decklog.wiring.log.file.LoggedEvent;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Appends the events of another log that are not in this one yet. What this one holds must be how the other one begins, so
 * that an import that was broken off goes on where it was, and a second export adds what was recorded since the first.
 */
@Component
class LogImport {

    /** Events of one transaction. */
    private static final int BATCH = 1_000;

    private final ImportableLog log;
    private final EventReader reader;
    private final IncidentRestoration incidents;
    private final Bookkeeping bookkeeping;
    private final TakenIds ids;
    private final TransactionOperations transaction;

    LogImport(
            ImportableLog log,
            EventReader reader,
            IncidentRestoration incidents,
            Bookkeeping bookkeeping,
            TakenIds ids,
            TransactionOperations transaction) {
        this.log = log;
        this.reader = reader;
        this.incidents = incidents;
        this.bookkeeping = bookkeeping;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * @param told is told how far it has come
     * @throws ProblemException 409 {@code LOG_DIFFERS} if this log holds something else
     */
    void take(LogUpload upload, Consumer<LogImportProgress> told) throws IOException {
        var pass = new Pass(upload.events(), told);
        upload.forEachBatch(BATCH, pass::take);
        for (var incident : upload.incidents()) {
            incidents.scheduleDeadlines(IncidentId.valueOf(incident));
            pass.tell();
        }
        told.accept(new LogImportProgress(LogImportProgress.State.DONE, pass.done, pass.total, pass.present, null));
    }

    /** One import, event by event. */
    private final class Pass {

        private final long total;
        private final Consumer<LogImportProgress> told;
        private long end;
        private long done;
        private long present;
        private boolean isBehind = true;

        Pass(long total, Consumer<LogImportProgress> told) {
            this.total = total;
            this.told = told;
        }

        void take(List<LoggedEvent> batch) {
            var fresh = isBehind ? withoutPresent(batch) : batch;
            if (!fresh.isEmpty()) {
                append(fresh);
            }
            done += batch.size();
            tell();
        }

        void tell() {
            told.accept(new LogImportProgress(LogImportProgress.State.RUNNING, done, total, present, null));
        }

        private List<LoggedEvent> withoutPresent(List<LoggedEvent> batch) {
            var there = log.after(end, batch.size());
            for (var i = 0; i < there.events().size(); i++) {
                if (!there.events().get(i).equals(batch.get(i))) {
                    throw differs("event %d of this log, %s, is not the one of the file, %s"
                            .formatted(
                                    done + i + 1,
                                    there.events().get(i).id(),
                                    batch.get(i).id()));
                }
            }
            var count = there.events().size();
            end = there.end();
            present += count;
            isBehind = count == batch.size();
            return batch.subList(count, batch.size());
        }

        private void append(List<LoggedEvent> fresh) {
            try {
                if (bookkeeping.keepsIntents()) {
                    transaction.executeWithoutResult(_ -> prepare(fresh));
                    end = log.append(end, fresh);
                } else {
                    end = transaction.execute(_ -> {
                        prepareNames(fresh);
                        return log.append(end, fresh);
                    });
                }
            } catch (LogHasGrown | DuplicateKeyException | ConcurrencyException | IncidentRejected meanwhile) {
                throw differs("something else was recorded while the file was taken in");
            }
        }

        /** Where the log is elsewhere, before it has the events: done once more after a crash it changes nothing. */
        private void prepare(List<LoggedEvent> fresh) {
            prepareNames(fresh);
            ids.take(
                    fresh.stream().map(event -> UUID.fromString(event.id())).toList(),
                    fresh.stream()
                            .map(event -> UUID.fromString(event.incidentId()))
                            .toList());
        }

        private void prepareNames(List<LoggedEvent> fresh) {
            fresh.stream().map(this::declaration).flatMap(Optional::stream).forEach(incidents::name);
        }

        private Optional<IncidentDeclared> declaration(LoggedEvent event) {
            return event.sequence() == 1 ? Optional.of((IncidentDeclared) reader.read(event)) : Optional.empty();
        }
    }

    private static ProblemException differs(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "LOG_DIFFERS", detail);
    }
}
