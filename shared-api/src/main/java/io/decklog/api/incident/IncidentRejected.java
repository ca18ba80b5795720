package io.decklog.api.incident;

import java.io.Serial;
import org.axonframework.commandhandling.CommandExecutionException;

/** A command was refused, and nothing was recorded. The {@link Rejection} travels with it, also between processes. */
public final class IncidentRejected extends CommandExecutionException {

    @Serial
    private static final long serialVersionUID = 1L;

    public IncidentRejected(Rejection rejection) {
        super(rejection.detail(), null, rejection);
    }

    public IncidentRejected(RejectionCode code, String detail) {
        this(new Rejection(code, detail, null));
    }

    public IncidentRejected(RejectionCode code, String detail, String field) {
        this(new Rejection(code, detail, field));
    }

    public Rejection rejection() {
        return this.<Rejection>getDetails().orElseThrow();
    }
}
