package dev.ambix.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
  private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

  @Test
  void quotesTheClassPath() {
    var tool = new Tool(java, List.of("a b", "C:\\c\"d"), Path.of("."), true);

    assertThat(tool.options())
        .endsWith("\n-classpath\n\"a b%sC:\\\\c\\\"d\"\n".formatted(File.pathSeparator));
  }

  @Test
  void runsInItsFolderWithAClassPathLongerThanACommandLine(@TempDir Path folder) throws Exception {
    var path = new ArrayList<>(Collections.nCopies(10_000, "no such folder"));
    path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    var tool = new Tool(java, path, folder, true);

    assertThat(tool.run(List.of("init"), Map.of())).isZero();
    assertThat(folder.resolve("ambix.properties")).exists();
    assertThat(tool.run(List.of("downgrade"), Map.of())).isEqualTo(2);
  }
}
