package dev.ambix.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void areTheCommandItsOptionsAndItsOperands() {
    var arguments =
        Arguments.of("import", "flyway")
            .operand("-1")
            .option("--message", "--loud = 1")
            .option("--wait", 5)
            .options("--head", List.of("a", "b"))
            .flag("--safe", true)
            .operands(List.of("c"));

    assertThat(arguments.list())
        .containsExactly(
            "import",
            "flyway",
            "--message=--loud = 1",
            "--wait=5",
            "--head=a",
            "--head=b",
            "--safe",
            "--",
            "-1",
            "c");
  }

  @Test
  void leaveOutWhatWasNotGiven() {
    var arguments =
        Arguments.of("revision")
            .option("--rev-id", null)
            .option("--url", " ")
            .options("--head", null)
            .options("--rename", Arrays.asList(null, ""))
            .flag("--safe", false)
            .operand(null)
            .operand("")
            .operands(null);

    assertThat(arguments.list()).containsExactly("revision");
  }

  @Test
  void sayWhatIsMissingByAnExample() throws MojoExecutionException {
    var arguments = Arguments.of("downgrade");

    assertThat(arguments.required("target", "base", "-1")).isEqualTo("base");
    assertThatThrownBy(() -> arguments.required("target", " ", "-1"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "[ParameterMissing] downgrade: got no target, expected one. Run"
                + " `mvn ambix:downgrade -Dtarget=-1`.");
  }
}
