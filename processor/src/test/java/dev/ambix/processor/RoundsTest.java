package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/// How the processor gets on with other processors, other compilations, and modules.
class RoundsTest {
  private static final String SERVICE = "META-INF/services/dev.ambix.mapping.Mapping";

  private static String entity(String name, String body) {
    return """
    package shop;

    import dev.ambix.mapping.*;

    @Entity
    public final class %s {
      @Id private long id;
      %s
    }
    """
        .formatted(name, body);
  }

  /// Writes a file in its first round.
  private static final class Writing extends AbstractProcessor {
    private final String name;
    private final String source;
    private boolean written;

    Writing(String name, String source) {
      this.name = name;
      this.source = source;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (var writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void waitsForATypeThatAnotherProcessorWrites() {
    var status = new Writing("shop.Status", "package shop; public enum Status { A }");

    var compiled =
        Compiler.of("shop/User.java", entity("User", "private Status status;"))
            .with(new AmbixProcessor(), status)
            .compile()
            .clean();

    assertThat(compiled.entity("shop.User_").columns()).hasSize(2);
  }

  @Test
  void waitsForAComponentOfAnEmbeddedRecord() {
    var status = new Writing("shop.Status", "package shop; public enum Status { A }");
    var body = "@Embedded private Part part; record Part(Status status) {}";

    var compiled =
        Compiler.of("shop/User.java", entity("User", body))
            .with(new AmbixProcessor(), status)
            .compile()
            .clean();

    assertThat(compiled.entity("shop.User_").columns()).hasSize(2);
  }

  @Test
  void mapsAnEntityThatAnotherProcessorWrites() {
    var post = new Writing("shop.Post", entity("Post", ""));

    var compiled =
        Compiler.of("shop/User.java", entity("User", ""))
            .with(new AmbixProcessor(), post)
            .compile()
            .clean();

    assertThat(compiled.text(SERVICE)).isEqualTo("shop.Post_\nshop.User_\n");
  }

  @Test
  void waitsForAnEntityThatAReferenceLeadsTo() {
    var post = new Writing("shop.Post", entity("Post", ""));

    var compiled =
        Compiler.of(
                "shop/User.java",
                entity("User", "@ManyToOne private final Ref<Post> post = Ref.of();"))
            .with("shop/Fan.java", entity("Fan", "@ManyToOne final Ref<User> user = Ref.of();"))
            .with(new AmbixProcessor(), post)
            .compile()
            .clean();

    assertThat(compiled.entity("shop.User_").columns()).hasSize(2);
    assertThat(compiled.entity("shop.Fan_").columns()).hasSize(2);
  }

  @Test
  void saysNothingOfWhatLeadsToABrokenClass() {
    var compiled =
        Compiler.of("shop/User.java", entity("User", "private Thread thread;"))
            .with("shop/Fan.java", entity("Fan", "@ManyToOne final Ref<User> user = Ref.of();"))
            .with("shop/Club.java", entity("Club", "@ManyToOne final Ref<Fan> fan = Ref.of();"))
            .compile();

    assertThat(compiled.messages())
        .singleElement()
        .asString()
        .contains("[UnmappedType] User.thread");
  }

  @Test
  void doesNotWaitForItsOwnClass() {
    var body = "static final User_ MAPPING = new User_();";

    Compiler.of("shop/User.java", entity("User", body)).compile().clean();
  }

  @Test
  void mapsAnEntityOfTheUnnamedPackage() {
    var source = entity("User", "").replace("package shop;", "");

    var compiled = Compiler.of("User.java", source).compile().clean();

    assertThat(compiled.entity("User_").table()).isEqualTo("user");
  }

  @Test
  void leavesATypeThatNobodyWritesToJavac() {
    var compiled =
        Compiler.of("shop/User.java", entity("User", "private Missing missing;")).compile();

    assertThat(compiled.messages()).singleElement().asString().contains("cannot find symbol");
  }

  @Test
  void skipsOnlyTheBrokenClass() {
    var compiled =
        Compiler.of("shop/User.java", entity("User", "private Thread thread;"))
            .with("shop/Post.java", entity("Post", ""))
            .compile();

    assertThat(compiled.messages()).singleElement().asString().contains("[UnmappedType]");
    assertThat(compiled.files())
        .containsKey("shop/Post_.java")
        .doesNotContainKey("shop/User_.java");
  }

  @Test
  void keepsTheListOfAnEarlierCompilation() {
    var both =
        Compiler.of("shop/User.java", entity("User", ""))
            .with("shop/Post.java", entity("Post", ""))
            .compile()
            .clean();

    var again =
        Compiler.of("shop/User.java", entity("User", ""))
            .with("shop/Line.java", entity("Line", ""))
            .after(both)
            .compile()
            .clean();

    assertThat(again.text(SERVICE)).isEqualTo("shop.Line_\nshop.Post_\nshop.User_\n");
  }

  @Test
  void dropsAClassThatIsGoneFromTheList() {
    var both =
        Compiler.of("shop/User.java", entity("User", ""))
            .with("shop/Post.java", entity("Post", ""))
            .compile()
            .clean();
    var files = new TreeMap<>(both.files());
    files.keySet().removeIf(path -> path.startsWith("shop/Post"));

    var again =
        Compiler.of("shop/User.java", entity("User", ""))
            .after(new Compiled(true, List.of(), files))
            .compile()
            .clean();

    assertThat(again.text(SERVICE)).isEqualTo("shop.User_\n");
  }

  @Test
  void findsMappingsAsServices() {
    var compiled =
        Compiler.of("shop/User.java", entity("User", ""))
            .with(
                "shop/Card.java",
                "package shop; @dev.ambix.mapping.Projection(of = User.class) public record Card(long id) {}")
            .compile()
            .clean();

    assertThat(compiled.text(SERVICE)).isEqualTo("shop.Card_\nshop.User_\n");
    assertThat(Mapping.class).isAssignableFrom(compiled.load("shop.User_"));
  }

  @Test
  void acceptsAModuleThatProvidesItsMappings() {
    var module =
        """
        module shop {
          requires dev.ambix.orm;
          exports shop;
          provides dev.ambix.mapping.Mapping with shop.User_;
        }
        """;

    Compiler.of("shop/User.java", entity("User", "private User() {}"))
        .with("module-info.java", module)
        .compile()
        .clean();
  }
}
