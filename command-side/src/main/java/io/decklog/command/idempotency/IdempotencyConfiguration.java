package io.decklog.command.idempotency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets answers whose time is over: on one node, in batches that lock little. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

    private static final Duration EVERY = Duration.ofHours(1);

    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> forgetAnswers(RememberedAnswers answers, IdempotencySettings settings, Clock clock) {
        return Tasks.recurring("forget-answers", Schedules.fixedDelay(EVERY)).execute((_, context) -> {
            var oldest = clock.instant().minus(settings.kept());
            while (!context.getSchedulerState().isShuttingDown() && answers.forgetBefore(oldest, BATCH) == BATCH) {
                Thread.onSpinWait();
            }
        });
    }
}
