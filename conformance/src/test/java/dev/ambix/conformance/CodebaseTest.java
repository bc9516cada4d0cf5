package dev.ambix.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodebaseTest {
  private Codebase code;

  @BeforeAll
  void read() throws IOException {
    code = Codebase.at(Path.of("..").toRealPath());
  }

  @Test
  void readsEveryModule() {
    assertThat(code.sources().map(Source::module))
        .contains(
            "schema", "orm", "processor", "web", "helidon", "testing", "migrate", "conformance");
  }

  @Test
  void filesAreShort() {
    assertThat(CodebaseRules.longFiles(code, 400, 600)).isEmpty();
  }

  @Test
  void methodsAreShort() {
    assertThat(CodebaseRules.longMethods(code, 40)).isEmpty();
  }

  @Test
  void packagesSayWhatTheyAreFor() {
    assertThat(CodebaseRules.packagesWithoutDoc(code, 5, 15)).isEmpty();
  }

  @Test
  void packagesAreNamedAfterFeatures() {
    assertThat(CodebaseRules.vaguePackages(code)).isEmpty();
  }

  @Test
  void typesAreNamedAfterWhatTheyAre() {
    assertThat(CodebaseRules.vagueTypes(code)).isEmpty();
  }

  @Test
  void ormExportsFewTypes() {
    assertThat(CodebaseRules.exportedTypes(code, "orm", 60)).isEmpty();
  }

  @Test
  void ormHasNoPackageCycle() {
    assertThat(CodebaseRules.packageCycles(code, "orm")).isEmpty();
  }

  @Test
  void migrateHasNoPackageCycle() {
    assertThat(CodebaseRules.packageCycles(code, "migrate")).isEmpty();
  }

  @Test
  void testsDoNotSleep() {
    assertThat(CodebaseRules.sleepingTests(code)).isEmpty();
  }

  @Test
  void noTestIsDisabled() {
    assertThat(CodebaseRules.disabledTests(code)).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(CodebaseRules.unfinished(code)).isEmpty();
  }
}
