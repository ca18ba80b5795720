package io.decklog.api;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

@AnalyzeClasses(packages = "io.decklog.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> EVENT_RECORDS = DescribedPredicate.describe(
            "records of events", clazz -> clazz.isRecord() && clazz.isAssignableTo(IncidentEvent.class));

    @ArchTest
    static final ArchRule the_language_knows_no_spring_and_no_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "io.decklog.wiring..",
                    "io.decklog.command..",
                    "io.decklog.query..");

    @ArchTest
    static final ArchRule every_event_says_in_which_revision_it_is_written =
            classes().that(are(EVENT_RECORDS)).should().beAnnotatedWith(Revision.class);

    @ArchTest
    static final ArchRule no_command_carries_a_revision =
            noClasses().that().areAssignableTo(IncidentCommand.class).should().beAnnotatedWith(Revision.class);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_time_or_chance = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, java.util.Random.class);

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("io.decklog.api.(*)..").should().beFreeOfCycles();
}
