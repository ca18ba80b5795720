package io.decklog.standalone;

import io.decklog.standalone.client.ServerRefused;
import io.decklog.standalone.postgres.CannotStart;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The command {@code decklog}. A further command is a class of its own, named in {@code subcommands}.
 *
 * <p>Exit status: 0 done or stopped cleanly, 1 failed with a sentence on standard error, 2 the command was not understood.
 */
@Command(
        name = "decklog",
        mixinStandardHelpOptions = true,
        description = "An event-sourced incident timeline service.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            WarmUpCommand.class
        },
        footer = {
            "",
            "Environment:",
            "  DECKLOG_DATA     the data folder (./data)",
            "  DECKLOG_PORT     the port it listens on (8080)",
            "  DECKLOG_ADDRESS  the address it listens on (127.0.0.1)"
        })
public final class Decklog implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        return new ServeCommand().call();
    }

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Decklog())
                .setExecutionExceptionHandler(Decklog::tell)
                .execute(arguments));
    }

    /** What a person can mend is told in a sentence; only what nobody foresaw deserves a stack trace. */
    private static int tell(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CannotStart || failure instanceof ServerRefused) {
            System.err.println(failure.getMessage());
        } else if (!(failure instanceof StartFailed)) {
            failure.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
