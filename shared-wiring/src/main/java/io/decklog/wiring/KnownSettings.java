package io.decklog.wiring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The settings there are, those of either side: processes of both may well be given the same ones. A name that is none of
 * them is refused at the start, since whoever wrote it believes that it has an effect.
 */
public final class KnownSettings {

    /** Those that end in {@code *} are followed by more. */
    public static final List<String> NAMES = List.of(
            "decklog.axon-server.context",
            "decklog.axon-server.max-message",
            "decklog.axon-server.servers",
            "decklog.axon-server.token",
            "decklog.engine",
            "decklog.idempotency.kept",
            "decklog.import.max-body",
            "decklog.late-after",
            "decklog.log.poll",
            "decklog.postmortem.template",
            "decklog.query-side.url",
            "decklog.readiness.lag",
            "decklog.status-updates.cadence.*",
            "decklog.stream.clients",
            "decklog.stream.heartbeat",
            "decklog.stream.queue",
            "decklog.web.allowed-hosts*",
            "decklog.web.max-body");

    /** What the launcher of the standalone reads, and no setting. */
    private static final Set<String> VARIABLES =
            Set.of("DECKLOG_ADDRESS", "DECKLOG_DATA", "DECKLOG_JAVA_OPTS", "DECKLOG_PORT");

    private KnownSettings() {}

    /** @throws UnusableSetting naming the setting that was probably meant */
    static void demand(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
                        .filter(name -> claimsToBeOurs(name, source instanceof SystemEnvironmentPropertySource)))
                .filter(name -> NAMES.stream().noneMatch(known -> isNamed(known, name)))
                .findFirst()
                .ifPresent(KnownSettings::refuse);
    }

    private static boolean claimsToBeOurs(String name, boolean isVariable) {
        return isVariable
                ? name.startsWith("DECKLOG_") && !VARIABLES.contains(name)
                : name.toLowerCase(Locale.ROOT).startsWith("decklog.");
    }

    private static boolean isNamed(String known, String name) {
        return known.endsWith("*")
                ? plain(name).startsWith(plain(known))
                : plain(name).equals(plain(known));
    }

    /** As Boot compares them: {@code DECKLOG_WEB_MAXBODY} is {@code decklog.web.max-body}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static void refuse(String name) {
        var isVariable = name.startsWith("DECKLOG_");
        var known = Stream.concat(
                NAMES.stream()
                        .map(setting -> setting.replaceFirst("\\.?\\*$", ""))
                        .map(setting -> isVariable ? UnusableSetting.variable(setting) : setting),
                isVariable ? VARIABLES.stream() : Stream.empty());
        var nearest = known.min(Comparator.comparingInt(setting -> Spelling.distance(plain(setting), plain(name))));
        throw new UnusableSetting(
                "%s is not a setting.".formatted(name),
                "Did you mean %s? docs/configuration.md lists the settings there are; take this one out if it is none of them."
                        .formatted(nearest.orElseThrow()),
                null);
    }
}
