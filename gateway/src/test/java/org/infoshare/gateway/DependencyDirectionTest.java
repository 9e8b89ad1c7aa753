package org.infoshare.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house. What breaks one of these is in the wrong place. */
class DependencyDirectionTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.infoshare");

  @Test
  void all_modules_are_looked_at() {
    assertThat(HOUSE.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
        .contains("model", "mapping", "consent", "routes", "gateway", "fixtures");
  }

  @Test
  void meaning_knows_no_framework() {
    noClasses()
        .that()
        .resideInAnyPackage("..model..", "..mapping..", "..consent..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.apache.camel..")
        .because("mappings and policies must be readable and testable without a running gateway")
        .check(HOUSE);
  }

  @Test
  void policy_and_translation_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("..consent..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..mapping..", "..model..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage("..mapping..", "..model..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..consent..")
        .check(HOUSE);
  }

  @Test
  void partners_do_not_know_each_other() {
    slices().matching("org.infoshare.mapping.(*)..").should().notDependOnEachOther().check(HOUSE);
  }

  @Test
  void routes_know_no_spring() {
    noClasses()
        .that()
        .resideInAPackage("org.infoshare.routes..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("only the gateway wires")
        .check(HOUSE);
  }

  @Test
  void the_road_is_made_of_plain_classes() {
    noClasses()
        .that()
        .resideInAPackage("org.infoshare.routes.road..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.camel..", "java.sql..", "javax.sql..")
        .check(HOUSE);
  }

  @Test
  void nothing_below_knows_the_gateway() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.infoshare.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.infoshare.gateway..")
        .check(HOUSE);
  }

  @Test
  void no_exchange_leaves_the_routes() {
    noClasses()
        .that()
        .resideInAPackage("org.infoshare.gateway..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.camel.Exchange")
        .check(HOUSE);
  }

  @Test
  void fixtures_know_none_of_ours_and_none_of_ours_knows_them() {
    noClasses()
        .that()
        .resideInAPackage("org.infoshare.fixtures..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.infoshare.model..",
            "org.infoshare.mapping..",
            "org.infoshare.consent..",
            "org.infoshare.routes..",
            "org.infoshare.gateway..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.infoshare.fixtures..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.infoshare.fixtures..")
        .check(HOUSE);
  }

  @Test
  void the_gateway_names_no_partner_mapping() {
    noClasses()
        .that()
        .resideInAPackage("org.infoshare.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.infoshare.mapping.*..", "org.infoshare.routes.partner.*..")
        .because("one more partner must need no edit here")
        .check(HOUSE);
  }

  @Test
  void nothing_has_no_home() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..")
        .check(HOUSE);
  }
}
