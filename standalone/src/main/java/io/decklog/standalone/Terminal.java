package io.decklog.standalone;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
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
            if (ask(question).strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                yes.run();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** By the streams of the process: its console does not read any more once it is told to end. */
    private static String ask(String question) {
        System.err.printf("%n%s", question);
        System.err.flush();
        try {
            var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            return Objects.requireNonNullElse(input.readLine(), "");
        } catch (IOException gone) {
            return "";
        }
    }

    /** Closed once the work is done: nothing is asked any more then. */
    interface Interrupt extends AutoCloseable {

        @Override
        void close();
    }
}
