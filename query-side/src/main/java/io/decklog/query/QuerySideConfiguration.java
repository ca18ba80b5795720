package io.decklog.query;

import io.decklog.wiring.SharedWiringConfiguration;
import io.decklog.wiring.log.LogGrowthConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything the query side consists of. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE,
                        classes = QuerySide.class))
@Import({SharedWiringConfiguration.class, LogGrowthConfiguration.class})
public class QuerySideConfiguration {}
