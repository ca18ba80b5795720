package io.decklog.command.incident;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by the clock: on one node, also after a restart, and until it has worked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusUpdateSettings.class)
class DeadlineConfiguration {

    /** After a failure, which is the store's; and where this node's clock is behind the one that took the task. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Bean
    Deadlines deadlines(StatusUpdateSettings statusUpdates) {
        return new Deadlines(List.of(
                new WhenUpdatePromisedThenMissed(),
                new WhenUpdateDueBySeverityThenMissed(statusUpdates),
                new WhenTaskDueThenOverdue(),
                new WhenPermanentFixDueThenOverdue(),
                new WhenDecisionNeededThenOverdue()));
    }

    @Bean
    Task<Void> deadlineTask(DeadlineTask deadline) {
        var again = Schedules.fixedDelay(AGAIN);
        return Tasks.custom(DeadlineTask.NAME, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new OnFailureRetryLater<>(AGAIN))
                .execute((instance, _) ->
                        deadline.run(instance.getId()) ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(again));
    }
}
