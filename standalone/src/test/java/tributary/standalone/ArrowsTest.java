package tributary.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.ComponentScan;

/// Which part may know which: docs/adr/0001-point-the-modules-one-way.md.
@AnalyzeClasses(
        packages = "tributary",
        importOptions = {DoNotIncludeTests.class, ArrowsTest.DoNotIncludeTestsOfOtherModules.class})
class ArrowsTest {
    /// A module's tests that another module uses come in a jar of their own.
    static final class DoNotIncludeTestsOfOtherModules implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_judgement_knows_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("tributary.attribution..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "tributary.attribution..");

    @ArchTest
    static final ArchRule facts_know_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("tributary.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "tributary.events..");

    @ArchTest
    static final ArchRule the_event_store_knows_facts_and_no_side = noClasses()
            .that()
            .resideInAPackage("tributary.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tributary.attribution..",
                    "tributary.command..",
                    "tributary.query..",
                    "tributary.standalone..",
                    "org.springframework..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_command_side_does_not_judge_and_does_not_know_the_query_side = noClasses()
            .that()
            .resideInAPackage("tributary.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tributary.attribution..", "tributary.query..", "tributary.standalone..");

    @ArchTest
    static final ArchRule the_query_side_does_not_know_the_command_side = noClasses()
            .that()
            .resideInAPackage("tributary.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tributary.command..", "tributary.standalone..");

    @ArchTest
    static final ArchRule modules_do_not_go_round_in_circles =
            slices().matching("tributary.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule parts_of_the_main_do_not_go_round_in_circles =
            slices().matching("tributary.standalone.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_is_handed_in = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule only_the_main_knows_which_clock_it_is = noClasses()
            .that()
            .resideOutsideOfPackage("tributary.standalone..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule nothing_is_found_by_scanning = noClasses().should().beAnnotatedWith(ComponentScan.class);

    @ArchTest
    static final ArchRule only_the_command_line_prints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
