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

@AnalyzeClasses(packages = "io.decklog.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule folds_and_rows_know_neither_framework_nor_database_nor_clock = noClasses()
            .that()
            .implement(Fold.class)
            .or()
            .implement(Row.class)
            .or()
            .haveSimpleNameStartingWith("Postmortem")
            .and()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .haveSimpleNameNotEndingWith("s")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.time.Clock", "org.axonframework..");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

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
