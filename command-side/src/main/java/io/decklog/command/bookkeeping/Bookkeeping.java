package io.decklog.command.bookkeeping;

/**
 * Writes to the database of the command side in step with the events of the command at hand. What is handed in while a
 * command is handled, or while its unit of work prepares to commit, is written in the order it came.
 *
 * <p>On PostgreSQL all of it commits with the events or not at all. On Axon Server the events go to another place. Then a
 * process can die before each of three steps, and each kind of writing says where it has to be.
 */
public interface Bookkeeping {

    /** What is about to be recorded. Only needed where the events can be in the log without what follows from them. */
    void intend(Runnable writing);

    /** Whether intents are written at all. */
    boolean keepsIntents();

    /** What must be there if the events are, and does no harm if they are not. */
    void beforehand(Runnable writing);

    /** What must not be there unless the events are. If it is missing nevertheless, it follows from the intent and the log. */
    void afterwards(Runnable writing);
}
