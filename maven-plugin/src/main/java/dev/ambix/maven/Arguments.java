package dev.ambix.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/// The arguments of a command, as its goal was given them. What is null or blank is left out.
final class Arguments {
  private final List<String> command;
  private final List<String> options = new ArrayList<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments(List<String> command) {
    this.command = command;
  }

  static Arguments of(String... command) {
    return new Arguments(List.of(command));
  }

  Arguments option(String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      options.add(name + "=" + value);
    }
    return this;
  }

  /// An option that may be given several times.
  Arguments options(String name, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(it -> option(name, it));
    }
    return this;
  }

  Arguments flag(String name, boolean set) {
    if (set) {
      options.add(name);
    }
    return this;
  }

  Arguments operand(@Nullable String value) {
    if (value != null && !value.isBlank()) {
      operands.add(value);
    }
    return this;
  }

  Arguments operands(@Nullable List<String> values) {
    if (values != null) {
      values.forEach(this::operand);
    }
    return this;
  }

  /// Says by an example how to give a parameter that the command cannot do without.
  ///
  /// @return the value, which is there
  String required(String parameter, @Nullable String value, String example)
      throws MojoExecutionException {
    if (value == null || value.isBlank()) {
      throw new MojoExecutionException(
          "[ParameterMissing] %s: got no %s, expected one. Run `mvn ambix:%s -D%s=%s`."
              .formatted(
                  String.join("-", command),
                  parameter,
                  String.join("-", command),
                  parameter,
                  example));
    }
    return value;
  }

  /// For the command line. Operands stand behind `--`, because `-1` is one.
  List<String> list() {
    var list = new ArrayList<>(command);
    list.addAll(options);
    if (!operands.isEmpty()) {
      list.add("--");
      list.addAll(operands);
    }
    return List.copyOf(list);
  }
}
