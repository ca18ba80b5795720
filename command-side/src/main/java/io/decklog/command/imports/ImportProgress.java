package io.decklog.command.imports;

import io.decklog.api.incident.ImportIncident;
import io.decklog.command.bookkeeping.Bookkeeping;
import io.decklog.command.incident.Imported;
import io.decklog.wiring.log.LogPosition;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts a line as done with what it brings: in one transaction where the log is in the same database. Where it is not, the
 * line says beforehand what it brings, so that it counts in full also if it is done again after a crash, and finds
 * everything there.
 */
@Component
class ImportProgress implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String JOB = "importJob";
    private static final String LINE = "importLine";

    private final ImportJobs jobs;
    private final Bookkeeping bookkeeping;

    ImportProgress(ImportJobs jobs, Bookkeeping bookkeeping) {
        this.jobs = jobs;
        this.bookkeeping = bookkeeping;
    }

    static Map<String, String> metaData(ImportId job, int line) {
        return Map.of(JOB, job.toString(), LINE, String.valueOf(line));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var result = chain.proceed();
        if (unitOfWork.getMessage().getPayload() instanceof ImportIncident && result instanceof Imported imported) {
            write(unitOfWork, imported);
        }
        return result;
    }

    private void write(UnitOfWork<? extends CommandMessage<?>> unitOfWork, Imported imported) {
        var metaData = unitOfWork.getMessage().getMetaData();
        if (metaData.get(JOB) instanceof String id && metaData.get(LINE) instanceof String number) {
            var job = ImportId.valueOf(id);
            var line = Integer.parseInt(number);
            if (imported.isNew()) {
                bookkeeping.intend(() -> jobs.intend(job, line, imported));
            }
            bookkeeping.afterwards(() -> jobs.taken(job, line, imported, LogPosition.of(unitOfWork)));
        }
    }
}
