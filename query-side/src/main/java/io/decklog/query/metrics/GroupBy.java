package io.decklog.query.metrics;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** What incidents are told apart by. */
public enum GroupBy {
    /** As it stands. */
    SEVERITY,
    /** An incident of several services counts in each of them, one without any in none. */
    SERVICE,
    /** In which it was declared, in UTC: {@code 2026-03}. */
    MONTH;

    List<String> keys(IncidentMetrics incident) {
        return switch (this) {
            case SEVERITY -> List.of(incident.severity().name());
            case SERVICE -> incident.services().stream().distinct().toList();
            case MONTH ->
                List.of(YearMonth.from(incident.declaredAt().atZone(ZoneOffset.UTC))
                        .toString());
        };
    }
}
