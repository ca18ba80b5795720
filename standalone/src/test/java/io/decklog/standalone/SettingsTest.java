package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.KnownSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The code, the list of what is accepted, and the page people read say the same of which settings there are. */
class SettingsTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(decklog\\.[^`]+)` \\| `(DECKLOG_[A-Z]+(?:_[A-Z]+)*).*`.* \\| .* \\| .+ \\|");

    private static final Pattern VARIABLE = Pattern.compile("\\b(?:DECKLOG|LOGGING|SERVER|SPRING)_[A-Z_]+\\b");
    private static final PathMatcher CONTAINER_FILE =
            FileSystems.getDefault().getPathMatcher("glob:**.{yaml,conf,Dockerfile}");

    @Test
    void the_settings_in_the_code_are_those_that_are_accepted() {
        assertThat(KnownSettings.NAMES).containsExactlyInAnyOrderElementsOf(inTheCode());
    }

    @Test
    void the_settings_that_are_accepted_are_those_that_are_documented() throws IOException {
        assertThat(documented().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(KnownSettings.NAMES);
    }

    @Test
    void each_is_documented_with_the_variable_that_gives_it() throws IOException {
        assertThat(documented())
                .allSatisfy(row -> assertThat(row.group(2))
                        .startsWith(row.group(1)
                                .replaceFirst("\\.?\\*$", "")
                                .replace("-", "")
                                .replace('.', '_')
                                .toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void those_that_containers_are_given_are_documented() throws IOException {
        var page = Files.readString(DOCUMENT);

        assertThat(givenToContainers())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(page).contains("`" + variable + "`"));
    }

    private static Set<String> givenToContainers() throws IOException {
        try (var files = Files.walk(Path.of("../docker"))) {
            var names = new TreeSet<String>();
            for (var file : files.filter(CONTAINER_FILE::matches).toList()) {
                VARIABLE.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group()));
            }
            return names;
        }
    }

    private static Stream<java.util.regex.MatchResult> documented() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .flatMap(line -> ROW.matcher(line).results());
    }

    private static List<String> inTheCode() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.decklog").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(SettingsTest::namesOf)
                .toList();
    }

    private static Stream<String> namesOf(Class<?> settings) {
        var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getRecordComponents())
                .map(setting ->
                        prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName()) + suffix(setting));
    }

    private static String suffix(RecordComponent setting) {
        if (Map.class.isAssignableFrom(setting.getType())) {
            return ".*";
        }
        return List.class.isAssignableFrom(setting.getType()) ? "*" : "";
    }
}
