package io.decklog.command.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.decklog.command.imports.ImportJob.State;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background task that works on imports: on one node at a time, and on another if that one dies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

    static final String TASK = "import";

    private static final Duration RETRY = Duration.ofSeconds(2);

    /** How often in a row the store may be away before the job is given up: a quarter of an hour. */
    private static final int MOST_FAILURES = 450;

    /** How long a job works on before others have their turn: deadlines must not wait for uploads. */
    private static final Duration TURN = Duration.ofSeconds(3);

    @Bean
    Task<Void> importTask(ImportWorker worker) {
        var again = Schedules.fixedDelay(Duration.ZERO);
        return Tasks.custom(TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure((failure, operations) -> {
                    if (failure.getExecution().consecutiveFailures < MOST_FAILURES) {
                        operations.reschedule(failure, failure.getTimeDone().plus(RETRY));
                    } else {
                        worker.end(ImportId.valueOf(failure.getExecution().getId()), State.FAILED);
                        operations.stop();
                    }
                })
                .execute((instance, context) -> {
                    var turnEnds = System.nanoTime() + TURN.toNanos();
                    return worker.run(
                                    ImportId.valueOf(instance.getId()),
                                    () -> context.getSchedulerState().isShuttingDown()
                                            || System.nanoTime() - turnEnds > 0)
                            ? new OnCompleteRemove<>()
                            : new OnCompleteReschedule<>(again);
                });
    }
}
