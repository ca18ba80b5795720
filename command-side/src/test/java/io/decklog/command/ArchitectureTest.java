package io.decklog.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.decklog.api.incident.IncidentRejected;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(packages = "io.decklog.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Deciders, rules, and the states they decide on. */
    private static final DescribedPredicate<JavaClass> THE_DOMAIN = DescribedPredicate.describe(
            "are deciders, rules or states",
            clazz -> clazz.getPackageName().equals("io.decklog.command.incident")
                    && clazz.getName()
                            .matches(
                                    ".*\\.(\\w+Decider|\\w*Rules|\\w+State|Standing|Entries|Matters|Repetitions)(\\$.*)?"));

    private static final DescribedPredicate<JavaClass> FRAMEWORK = resideInAnyPackage(
                    "org.springframework..",
                    "org.axonframework..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "io.decklog.wiring..")
            .and(DescribedPredicate.not(type(CommandExecutionException.class)))
            .and(DescribedPredicate.not(assignableTo(IncidentRejected.class)));

    @ArchTest
    static final ArchRule the_domain_knows_neither_framework_nor_database =
            noClasses().that(THE_DOMAIN).should().dependOnClassesThat(FRAMEWORK);

    @ArchTest
    static final ArchRule the_domain_asks_nobody_for_time_or_chance = noClasses()
            .that(THE_DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, java.util.Random.class);

    /** Such a stream keeps its connection until it is closed: whoever forgets that empties the pool. */
    @ArchTest
    static final ArchRule rows_are_read_before_they_are_worked_on =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("io.decklog.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_command_side_knows_nothing_of_the_query_side =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.decklog.query..");
}
