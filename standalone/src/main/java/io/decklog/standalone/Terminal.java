package io.decklog.standalone;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The terminal of a person who watches. */
record Terminal(Console console) {

    static Optional<Terminal> ofThisProcess() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Terminal::new);
    }

    /**
     * Asks a question when the process is told to end before its work is done.
     *
     * @param first what to do before asking
     * @param yes what to do if the answer is yes
     */
    Interrupt onInterrupt(String question, Runnable first, Runnable yes) {
        var hook = new Thread(() -> {
            first.run();
            var answer = console.readLine("%n%s", question);
            if (answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                yes.run();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** Closed once the work is done: nothing is asked any more then. */
    interface Interrupt extends AutoCloseable {

        @Override
        void close();
    }
}
