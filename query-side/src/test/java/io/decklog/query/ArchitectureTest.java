package io.decklog.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.Row;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "io.decklog.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] OUTSIDE = {
        "org.springframework..", "org.axonframework..", "java.sql..", "javax.sql..", "io.decklog.wiring.."
    };

    @ArchTest
    static final ArchRule folds_and_rows_know_neither_framework_nor_database = noClasses()
            .that()
            .implement(Fold.class)
            .or()
            .implement(Row.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule a_draft_is_written_without_framework_or_database = noClasses()
            .that()
            .resideInAPackage("..postmortem..")
            .and()
            .areNotMetaAnnotatedWith(Component.class)
            .and()
            .areNotAnnotatedWith(ConfigurationProperties.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_time_or_chance = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    /** Such a stream keeps its connection until it is closed: whoever forgets that empties the pool. */
    @ArchTest
    static final ArchRule rows_are_read_before_they_are_worked_on =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("io.decklog.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_query_side_knows_nothing_of_the_command_side =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.decklog.command..");

    @ArchTest
    static final ArchRule every_fold_is_named_so =
            classes().that().implement(Fold.class).should().haveSimpleNameEndingWith("Fold");
}
