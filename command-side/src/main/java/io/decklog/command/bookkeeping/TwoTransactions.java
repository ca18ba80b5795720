package io.decklog.command.bookkeeping;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The events are elsewhere: one transaction is committed before they are sent off, and one after they are acknowledged. The
 * second need not be on disk at once, nor succeed at all.
 */
final class TwoTransactions implements Bookkeeping {

    private static final Logger LOG = LoggerFactory.getLogger(TwoTransactions.class);
    private static final String RESOURCE = TwoTransactions.class.getName();

    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    TwoTransactions(JdbcOperations jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What one command has to write. */
    private final class Pages {

        private final List<Runnable> before = new ArrayList<>();
        private final List<Runnable> after = new ArrayList<>();

        /** The last to prepare: when the events are made ready, they may still have something to write. */
        Pages(UnitOfWork<?> unitOfWork) {
            unitOfWork.onPrepareCommit(_ -> unitOfWork.onPrepareCommit(_ -> writeBefore()));
            unitOfWork.afterCommit(_ -> writeAfter());
        }

        private void writeBefore() {
            if (!before.isEmpty()) {
                transaction.executeWithoutResult(_ -> before.forEach(Runnable::run));
            }
        }

        private void writeAfter() {
            if (!after.isEmpty()) {
                try {
                    transaction.executeWithoutResult(_ -> {
                        jdbc.execute("SET LOCAL synchronous_commit = off");
                        after.forEach(Runnable::run);
                    });
                } catch (RuntimeException failure) {
                    LOG.warn("What follows from events that are in the log is made up for later", failure);
                }
            }
        }
    }

    private Pages pages() {
        var unitOfWork = CurrentUnitOfWork.get().root();
        return unitOfWork.getOrComputeResource(RESOURCE, _ -> new Pages(unitOfWork));
    }

    @Override
    public void intend(Runnable writing) {
        beforehand(writing);
    }

    @Override
    public boolean keepsIntents() {
        return true;
    }

    @Override
    public void beforehand(Runnable writing) {
        pages().before.add(writing);
    }

    @Override
    public void afterwards(Runnable writing) {
        pages().after.add(writing);
    }
}
