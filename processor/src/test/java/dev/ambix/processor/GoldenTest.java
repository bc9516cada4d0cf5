package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares what is generated with files that have been read by a person. After a change that is
/// meant, run the test with `-Dambix.golden=write` and read the difference.
class GoldenTest {
  private static final Compiled COMPILED =
      Compiler.of("shop/Product.java", Samples.read("Product.java"))
          .with("shop/Size.java", Samples.read("Size.java"))
          .with("blog/Post.java", Samples.read("Post.java"))
          .compile()
          .clean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Product_.java",
        "Product_Card_.java",
        "Product_Totals_.java",
        "Post_.java",
        "Post_Note_.java"
      })
  void writesWhatAPersonHasRead(String name) throws IOException {
    var generated = COMPILED.text(path(name));
    if (System.getProperty("ambix.golden", "").equals("write")) {
      Files.writeString(Path.of("src/test/resources/golden", name), generated);
    }

    assertThat(generated).isEqualTo(Samples.read(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Product_.java", "Product_Card_.java", "Product_Totals_.java", "Post_.java"})
  void writesTheSameAgain(String name) {
    var again =
        Compiler.of("shop/Product.java", Samples.read("Product.java"))
            .with("shop/Size.java", Samples.read("Size.java"))
            .with("blog/Post.java", Samples.read("Post.java"))
            .compile();

    assertThat(again.text(path(name))).isEqualTo(COMPILED.text(path(name)));
  }

  private static String path(String name) {
    return (name.startsWith("Post") ? "blog/" : "shop/") + name;
  }
}
