package io.decklog.standalone;

import picocli.CommandLine.Command;

/** Checks what a running server keeps. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks what a running server keeps.",
        subcommands = VerifyProjectionsCommand.class)
final class VerifyCommand {}
