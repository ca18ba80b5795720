package io.decklog.command.incident;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.ObservationSource;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the REST calls, one record per command, each with what every entry may carry. */
final class Requests {

    private Requests() {}

    /** What every body may carry. */
    interface EntryRequest {
        @Nullable
        UUID id();

        @Nullable
        Instant occurredAt();

        @Nullable
        String onBehalfOf();

        @Nullable
        String lateReason();
    }

    /** An incident's id in another system. */
    record Source(
            @NotNull @Words(max = Words.NAME) String system,
            @NotNull @Words(max = Words.NAME) String id) {}

    /** One option of a decision in one call. */
    record OptionBody(
            @NotNull @Words(max = Words.NAME) String name,
            @Nullable @Words String benefit,
            @Nullable @Words String risk,
            @Nullable Reversibility reversibility) {}

    /** {@code POST /incidents} */
    record Declare(
            @NotNull @Words(max = Words.NAME) String title,
            @NotNull Severity severity,
            @NotNull @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> services,
            @Nullable @Words String summary,
            @Nullable IncidentKind kind,
            @Nullable @Happened Instant startedAt,
            @Nullable @Happened Instant detectedAt,
            @Nullable @Valid Source source,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /severity} */
    record ChangeSeverityBody(
            @NotNull Severity severity,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /mitigated}, {@code /close} */
    record SummaryBody(
            @Nullable @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /resolve} */
    record ResolveBody(
            @NotNull @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /reopen}, {@code /strike}, {@code /rollback} */
    record ReasonBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /roles} */
    record RoleBody(
            @NotNull Role role,
            @NotNull @Words(max = Words.NAME) String holder,
            @Nullable @Words String handover,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /status-updates} */
    record StatusUpdateBody(
            @NotNull @Words(max = Words.NAME) String audience,
            @NotNull @Words String message,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant nextUpdateBy,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /observations} */
    record ObservationBody(
            @NotNull @Words String text,
            @Nullable ObservationSource source,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /decisions}: raised, or taken in one call if it names a choice */
    record DecisionBody(
            @NotNull @Words String question,
            @Nullable @Size(max = 20) List<@NotNull @Valid OptionBody> options,
            @Nullable @Words(max = Words.NAME) String chosen,
            @Nullable @Words String rationale,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable @Words(max = Words.NAME) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> participants,
            @Nullable @Words String expectedOutcome,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant neededBy,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /options} */
    record ProposeOptionBody(
            @NotNull @Words(max = Words.NAME) String name,
            @Nullable @Words String benefit,
            @Nullable @Words String risk,
            @Nullable Reversibility reversibility,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /objections} */
    record ObjectionBody(
            @NotNull @Words(max = Words.NAME) String by,
            @NotNull @Words String text,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /choice} */
    record ChoiceBody(
            @NotNull @Words(max = Words.NAME) String chosen,
            @NotNull @Words String rationale,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable @Words(max = Words.NAME) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> participants,
            @Nullable @Words String expectedOutcome,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /supersede} */
    record SupersedeBody(
            @NotNull DecisionId by,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /mitigations} */
    record MitigationBody(
            @NotNull @Words String description,
            @NotNull MitigationKind kind,
            @NotNull Permanence permanence,
            @Nullable DecisionId decisionId,
            @Nullable @Words String risk,
            @Nullable @Words String exitCondition,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /assessment} */
    record AssessmentBody(
            @NotNull MitigationEffect effect,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /permanent-fix} */
    record PermanentFixBody(
            @NotNull @Words(max = Words.NAME) String owner,

            @NotNull @Happened(hoursAhead = Happened.PLANNED)
            Instant dueAt,

            @NotNull @Words String description,
            @Nullable @Words(max = Words.NAME) String ticket,
            @Nullable @Words String exitCondition,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /permanent-fix/completion} */
    record NoteBody(
            @Nullable @Words String note,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    /** {@code /correction} */
    record CorrectionBody(
            @NotNull @Words String text,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}
}
