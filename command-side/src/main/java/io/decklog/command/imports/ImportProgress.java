package io.decklog.command.imports;

import io.decklog.api.incident.ImportIncident;
import io.decklog.command.incident.Imported;
import io.decklog.wiring.log.LogPosition;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts a line as done in the transaction that records what it brings: either both are on disk or neither is. */
@Component
class ImportProgress implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String JOB = "importJob";
    private static final String LINE = "importLine";

    private final ImportJobs jobs;

    ImportProgress(ImportJobs jobs) {
        this.jobs = jobs;
    }

    static Map<String, String> metaData(ImportId job, int line) {
        return Map.of(JOB, job.toString(), LINE, String.valueOf(line));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var result = chain.proceed();
        if (unitOfWork.getMessage().getPayload() instanceof ImportIncident && result instanceof Imported imported) {
            unitOfWork.onPrepareCommit(
                    unit -> count(unitOfWork.getMessage().getMetaData(), imported, LogPosition.of(unit)));
        }
        return result;
    }

    private void count(MetaData metaData, Imported imported, OptionalLong position) {
        if (metaData.get(JOB) instanceof String job && metaData.get(LINE) instanceof String line) {
            jobs.taken(ImportId.valueOf(job), Integer.parseInt(line), imported.isNew(), imported.entries(), position);
        }
    }
}
