package io.decklog.command.bookkeeping;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The events are in the same database: everything is written once they are appended, and commits with them. */
final class OneTransaction implements Bookkeeping {

    @Override
    public void intend(Runnable writing) {
        // Nothing can come between.
    }

    @Override
    public boolean keepsIntents() {
        return false;
    }

    @Override
    public void beforehand(Runnable writing) {
        CurrentUnitOfWork.get().onPrepareCommit(_ -> writing.run());
    }

    @Override
    public void afterwards(Runnable writing) {
        CurrentUnitOfWork.get().onPrepareCommit(_ -> writing.run());
    }
}
