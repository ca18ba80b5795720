package io.decklog.command.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.decklog.wiring.time.SteadyClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler every task bean is handed to. What is scheduled in a transaction is scheduled if and only if the
 * transaction commits.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    private static final int THREADS = 4;
    private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);

    /** A node that has not said for four heartbeats that it works on something is taken for dead, and another goes on. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    @Bean(destroyMethod = "") // stopped by its lifecycle, while the database is still there
    Scheduler scheduler(
            DataSource dataSource,
            Clock clock,
            MeterRegistry meters,
            ObjectProvider<Task<?>> tasks,
            ObjectProvider<RecurringTask<?>> recurring) {
        var onDemand =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        return new SteadyPolling(new TransactionAwareDataSourceProxy(dataSource), onDemand)
                .startTasks(recurring.stream().toList())
                .clock(clock::instant)
                .addSchedulerListener(new StatsRegistryAdapter(
                        new MicrometerStatsRegistry(meters, tasks.stream().toList())))
                .threads(THREADS)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    /** By the clock it would look for nothing for as long as that is set back. */
    private static final class SteadyPolling extends SchedulerBuilder {

        SteadyPolling(DataSource dataSource, List<Task<?>> tasks) {
            super(dataSource, tasks);
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(POLLING_INTERVAL, new SteadyClock()::instant);
        }
    }

    @Bean
    SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {

            @Override
            public void start() {
                scheduler.start();
            }

            @Override
            public void stop() {
                scheduler.stop();
            }

            @Override
            public boolean isRunning() {
                return scheduler.getSchedulerState().isStarted()
                        && !scheduler.getSchedulerState().isShuttingDown();
            }
        };
    }
}
