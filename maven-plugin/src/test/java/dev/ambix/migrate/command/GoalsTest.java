package dev.ambix.migrate.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// Each command is a goal, and each of its options and operands a parameter. It stands in this
/// package to see the commands.
class GoalsTest {
  private static final Set<String> OWN = Set.of("jdk", "skip");

  private final Map<String, CommandSpec> commands =
      Commands.all(Console.system()).stream()
          .map(CommandSpec::forAnnotatedObject)
          .collect(toMap(CommandSpec::name, Function.identity()));

  @Test
  void areTheCommands() throws Exception {
    assertThat(goals())
        .extracting(it -> it.getGoal().replace("import-flyway", "import"))
        .containsExactlyInAnyOrderElementsOf(commands.keySet());
  }

  @Test
  void haveTheOptionsOfTheirCommand() throws Exception {
    for (var goal : goals()) {
      var command = goal.getGoal().replace("import-flyway", "import");
      assertThat(parameters(goal)).as(command).isEqualTo(options(commands.get(command)));
    }
  }

  @Test
  void runBesideEachOtherAndSayWhatTheyAreFor() throws Exception {
    for (var goal : goals()) {
      assertThat(goal.isThreadSafe()).as(goal.getGoal()).isTrue();
      assertThat(goal.getDescription()).as(goal.getGoal()).isNotBlank();
      assertThat(goal.getParameters())
          .as(goal.getGoal())
          .allSatisfy(it -> assertThat(it.getDescription()).isNotBlank());
    }
  }

  private static List<MojoDescriptor> goals() throws Exception {
    try (Reader reader =
        new InputStreamReader(
            GoalsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"), UTF_8)) {
      return new PluginDescriptorBuilder()
          .build(reader).getMojos().stream().filter(it -> !it.getGoal().equals("help")).toList();
    }
  }

  private static Set<String> parameters(MojoDescriptor goal) {
    return goal.getParameters().stream()
        .map(it -> it.getName())
        .filter(it -> !OWN.contains(it))
        .collect(toCollection(TreeSet::new));
  }

  /// `--rev-id` is `revId`, and the operand `TARGET` is `target`; the tool whose history is adopted
  /// stands in the name of the goal.
  private static Set<String> options(CommandSpec command) {
    return Stream.concat(
            command.options().stream().map(it -> camelCase(it.longestName().substring(2))),
            command.positionalParameters().stream()
                .map(it -> it.paramLabel().toLowerCase(Locale.ROOT))
                .filter(it -> !it.equals("tool")))
        .collect(toCollection(TreeSet::new));
  }

  private static String camelCase(String name) {
    return Pattern.compile("-(.)")
        .matcher(name)
        .replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
  }
}
