package io.decklog.api.incident;

/** Why a command was refused. The names are part of the REST contract; clients switch on them. */
public enum RejectionCode {
    /** There is no such incident. */
    UNKNOWN_INCIDENT,
    /** There is no such entry in this incident. */
    UNKNOWN_ENTRY,
    /** There is no such decision in this incident. */
    UNKNOWN_DECISION,
    /** There is no such mitigation in this incident. */
    UNKNOWN_MITIGATION,
    /** There is no such hypothesis in this incident. */
    UNKNOWN_HYPOTHESIS,
    /** There is no such task in this incident. */
    UNKNOWN_TASK,
    /** The id the caller chose is the id of something else. */
    ID_TAKEN,
    /** A closed incident takes no new entries. */
    INCIDENT_CLOSED,
    /** A cancelled incident takes no new entries, and cannot be reopened. */
    INCIDENT_CANCELLED,
    /** Only an open or mitigated incident can be cancelled. */
    INCIDENT_NOT_OPEN,
    /** It is resolved already. */
    INCIDENT_ALREADY_RESOLVED,
    /** It is mitigated already. */
    INCIDENT_ALREADY_MITIGATED,
    /** Only a resolved incident can be closed. */
    INCIDENT_NOT_RESOLVED,
    /** Only a resolved or closed incident can be reopened. */
    INCIDENT_NOT_OVER,
    /** An incident cannot be linked to itself. */
    INCIDENT_LINKED_TO_ITSELF,
    /** There is no such incident to link to. */
    LINKED_INCIDENT_UNKNOWN,
    /** The other incident has no such mitigation. */
    LINKED_MITIGATION_UNKNOWN,
    /** What an incident was caused by is a mitigation, and it must be named. */
    LINK_NEEDS_MITIGATION,
    /** Only what caused an incident is a mitigation; other relations name none. */
    LINK_TAKES_NO_MITIGATION,
    /** What users suffer ends after it begins. */
    IMPACT_ENDS_BEFORE_IT_BEGINS,
    /** The chosen name is not the name of an option. */
    CHOICE_NOT_AMONG_OPTIONS,
    /** Two options of one call have the same name. */
    OPTIONS_NOT_DISTINCT,
    /** The decision has an option of this name on the table already. */
    OPTION_NAME_TAKEN,
    /** The decision holds as many options as it may. */
    TOO_MANY_OPTIONS,
    /** The decision has been taken; a newer one may supersede it. */
    DECISION_ALREADY_RECORDED,
    /** A newer decision took its place. */
    DECISION_ALREADY_SUPERSEDED,
    /** A decision cannot supersede itself or one that superseded it. */
    DECISION_SUPERSEDES_ITSELF,
    /** The decision named as the newer one is not one of this incident. */
    SUPERSEDING_DECISION_UNKNOWN,
    /** The decision a mitigation says it carries out is not one of this incident. */
    CARRIED_OUT_DECISION_UNKNOWN,
    /** The evidence names an entry this incident does not have. */
    EVIDENCE_UNKNOWN,
    /** The mitigation was rolled back. */
    MITIGATION_ALREADY_ROLLED_BACK,
    /** Only a stopgap leaves debt that a permanent fix pays off. */
    MITIGATION_NOT_A_STOPGAP,
    /** There is no plan to complete. */
    PERMANENT_FIX_NOT_PLANNED,
    /** The permanent fix is in place. */
    PERMANENT_FIX_ALREADY_COMPLETED,
    /** It is confirmed already. */
    HYPOTHESIS_ALREADY_CONFIRMED,
    /** It is ruled out already. */
    HYPOTHESIS_ALREADY_RULED_OUT,
    /** The task is done. */
    TASK_ALREADY_COMPLETED,
    /** The incident has a review already. */
    REVIEW_ALREADY_OPEN,
    /** The incident has no review yet. */
    REVIEW_NOT_OPEN,
    /** Nothing has been decided on this question yet. */
    DECISION_NOT_RECORDED,
    /** There is no such action item in this incident. */
    UNKNOWN_ACTION_ITEM,
    /** The action item is done. */
    ACTION_ITEM_ALREADY_COMPLETED,
    /** The postmortem is published; it is revised before the next version. */
    POSTMORTEM_ALREADY_PUBLISHED,
    /** There is nothing published that could be revised. */
    POSTMORTEM_NOT_PUBLISHED,
    /** The text of the postmortem is too long for one event. */
    POSTMORTEM_TOO_LARGE,
    /** A struck entry cannot be corrected, pinned or struck again. */
    ENTRY_STRUCK,
    /** A redacted entry has no text to correct, and cannot be redacted again. */
    ENTRY_REDACTED,
    /** The incident is not at the sequence the caller expected ({@code If-Match}). */
    SEQUENCE_MISMATCH
}
