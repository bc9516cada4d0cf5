package dev.ambix.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebaseRulesTest {
  private static final String MAIN = "orm/src/main/java/";
  private static final String TEST = "orm/src/test/java/";

  @TempDir private Path root;

  @Test
  void findsLongFile() throws IOException {
    write(MAIN + "a/Long.java", "package a;\n\n\nclass Long {}\n");
    write(TEST + "a/Longer.java", "package a;\n\n\n\nclass Longer {}\n");
    write(MAIN + "a/Short.java", "package a;\n\nclass Short {}\n");

    assertThat(CodebaseRules.longFiles(read(), 3, 4))
        .containsExactly(
            MAIN + "a/Long.java: 4 lines, at most 3", TEST + "a/Longer.java: 5 lines, at most 4");
  }

  @Test
  void findsLongMethod() throws IOException {
    write(
        MAIN + "a/A.java",
        """
        package a;

        class A {
          /// A comment does not count.
          @Deprecated
          int three() {
            return 3; }

          A() {
            super();
            three();
          }
        }
        """);

    assertThat(CodebaseRules.longMethods(read(), 3))
        .containsExactly(MAIN + "a/A.java:9: <init> has 4 lines, at most 3");
  }

  @Test
  void findsPackageWithoutDoc() throws IOException {
    write(MAIN + "missing/A.java", "package missing;\n\nclass A {}\n");
    write(MAIN + "none/package-info.java", "package none;\n");
    write(MAIN + "brief/package-info.java", "/// One.\npackage brief;\n");
    write(MAIN + "wordy/package-info.java", "/// 1.\n/// 2.\n///\n/// 4.\npackage wordy;\n");
    write(MAIN + "good/package-info.java", "/// One.\n/// Two.\n@Deprecated\npackage good;\n");
    write(TEST + "tests/A.java", "package tests;\n\nclass A {}\n");

    assertThat(CodebaseRules.packagesWithoutDoc(read(), 2, 3))
        .containsExactly(
            MAIN + "brief/package-info.java: its comment has 1 lines, expected 2 to 3",
            MAIN + "missing/package-info.java: missing",
            MAIN + "none/package-info.java: its comment has 0 lines, expected 2 to 3",
            MAIN + "wordy/package-info.java: its comment has 4 lines, expected 2 to 3");
  }

  @Test
  void findsVaguePackage() throws IOException {
    write(MAIN + "a/util/text/A.java", "package a.util.text;\n\nclass A {}\n");
    write(MAIN + "a/utility/A.java", "package a.utility;\n\nclass A {}\n");

    assertThat(CodebaseRules.vaguePackages(read()))
        .containsExactly(MAIN + "a/util/text/A.java: package a.util.text names no feature");
  }

  @Test
  void findsVagueType() throws IOException {
    write(
        MAIN + "a/AbstractA.java",
        """
        package a;

        class AbstractA {
          interface BaseB {}
          enum CImpl {}
          record DManager() {}
          @interface EHelper {}
          class FUtil {}
          class Base64 {}
          class Abstraction {}
        }
        """);

    assertThat(CodebaseRules.vagueTypes(read()))
        .hasSize(6)
        .first()
        .isEqualTo(MAIN + "a/AbstractA.java:3: the name AbstractA says nothing");
  }

  @Test
  void countsExportedPublicTypes() throws IOException {
    write(MAIN + "module-info.java", "module m {\n  exports a;\n  exports b to other;\n}\n");
    write(MAIN + "a/A.java", "package a;\n\npublic class A {\n  public class Nested {}\n}\n");
    write(MAIN + "a/B.java", "package a;\n\npublic interface B {}\n\nclass Hidden {}\n");
    write(MAIN + "a/Mark.java", "package a;\n\npublic @interface Mark {}\n");
    write(MAIN + "b/C.java", "package b;\n\npublic class C {}\n");

    assertThat(CodebaseRules.exportedTypes(read(), "orm", 2)).isEmpty();
    assertThat(CodebaseRules.exportedTypes(read(), "orm", 1))
        .containsExactly(
            MAIN
                + "module-info.java: exports 2 public types beside annotations, at most 1: [A, B]");
  }

  @Test
  void findsPackageCycle() throws IOException {
    write(MAIN + "a/A.java", "package a;\n\nimport b.B;\n\nclass A {}\n");
    write(MAIN + "b/B.java", "package b;\n\nimport static c.C.Nested.D;\n\nclass B {}\n");
    write(MAIN + "c/C.java", "package c;\n\nimport a.*;\nimport d.D;\n\nclass C {}\n");
    write(MAIN + "d/D.java", "package d;\n\nimport java.util.List;\n\nclass D {}\n");

    assertThat(CodebaseRules.packageCycles(read(), "orm"))
        .containsExactly(
            MAIN + "a/A.java: package cycle a -> b -> c -> a",
            MAIN + "b/B.java: package cycle b -> c -> a -> b",
            MAIN + "c/C.java: package cycle c -> a -> b -> c");
  }

  @Test
  void findsSleepInTestsOnly() throws IOException {
    var sleeper = "package a;\n\nclass A {\n  void a() {\n    Thread.sleep(1);\n  }\n}\n";
    write(MAIN + "a/A.java", sleeper);
    write(TEST + "a/A.java", sleeper);

    assertThat(CodebaseRules.sleepingTests(read()))
        .containsExactly(TEST + "a/A.java:5: Thread.sleep waits for time to pass");
  }

  @Test
  void findsDisabledTest() throws IOException {
    write(
        TEST + "a/A.java",
        "package a;\n\nclass A {\n  @Disabled(\"later\")\n  void a() {}\n\n  @Other void b() {}\n}\n");

    assertThat(CodebaseRules.disabledTests(read()))
        .containsExactly(TEST + "a/A.java:4: @Disabled(\"later\") hides a test");
  }

  @Test
  void findsUnfinishedWork() throws IOException {
    write(MAIN + "a/A.java", "package a;\n\n// TO" + "DO more\nclass A {}\n");
    write(TEST + "a/A.java", "package a;\n\n/* FIX" + "ME */\nclass A {}\n");

    assertThat(CodebaseRules.unfinished(read()))
        .containsExactly(MAIN + "a/A.java: says TO" + "DO", TEST + "a/A.java: says FIX" + "ME");
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Codebase read() throws IOException {
    return Codebase.at(root);
  }
}
