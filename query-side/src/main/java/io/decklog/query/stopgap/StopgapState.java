package io.decklog.query.stopgap;

import java.time.Instant;

/** How the debt of a stopgap stands. */
public enum StopgapState {
    /** Nobody has said how it is to be paid off; not even when the incident was closed, perhaps. */
    OPEN,
    /** There is a plan, and time left. */
    PLANNED,
    /** There is a plan whose time has passed. */
    OVERDUE,
    /** The permanent fix is in place. */
    PAID,
    /** The stopgap was taken back. */
    ROLLED_BACK;

    /** The state by what was recorded alone: without a clock, a plan is overdue only once the log says so. */
    public static StopgapState byTheLog(StopgapRow.Debt debt) {
        var state = withoutClock(debt);
        return state == PLANNED && debt.overdue() != null ? OVERDUE : state;
    }

    /** The state but for whether a plan is overdue. */
    static StopgapState withoutClock(StopgapRow.Debt debt) {
        return of(debt, Instant.MIN);
    }

    /** The state at a moment. What was both taken back and paid off is paid. */
    static StopgapState of(StopgapRow.Debt debt, Instant now) {
        if (debt.paid() != null) {
            return PAID;
        }
        if (debt.rolledBack() != null) {
            return ROLLED_BACK;
        }
        if (debt.plan() == null) {
            return OPEN;
        }
        return debt.plan().dueAt().isBefore(now) ? OVERDUE : PLANNED;
    }
}
