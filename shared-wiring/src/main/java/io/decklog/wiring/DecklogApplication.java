package io.decklog.wiring;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs a side in a process of its own. What has to be known before the context is there cannot be in its defaults. */
public final class DecklogApplication {

    private DecklogApplication() {}

    /**
     * Runs until the process is told to end. By then it has ended what it was doing, and its exit status is 0: left to
     * itself the virtual machine would end with 128 and the number of the signal.
     */
    public static void run(Class<?> side, String[] arguments) {
        new SpringApplicationBuilder(side)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "disable-axoniq-console-message=true",
                        "axon.update-check.disabled=true",
                        "logging.pattern.correlation=%replace([%X{incident} %X{correlationId}] ){'\\[ \\] ', ''}")
                .run(arguments);
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
    }
}
