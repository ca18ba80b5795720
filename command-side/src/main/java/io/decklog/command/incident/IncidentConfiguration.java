package io.decklog.command.incident;

import com.fasterxml.uuid.Generators;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the ten-thousandth entry of an incident as cheap as the first: folded state is cached, and snapshot for restarts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySideSettings.class)
class IncidentConfiguration {

    /** Events a command has to read at most when the incident is in no cache. */
    private static final int EVENTS_PER_SNAPSHOT = 250;

    private static final int CACHED_INCIDENTS = 1_000;

    @Bean
    Cache incidentCache() {
        return new CaffeineCache(CACHED_INCIDENTS);
    }

    @Bean
    SnapshotTriggerDefinition incidentSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    /** Ids the service gives out itself: UUIDs of version 7, in the order they are made. */
    @Bean
    Supplier<UUID> newIds() {
        return Generators.timeBasedEpochGenerator()::generate;
    }
}
