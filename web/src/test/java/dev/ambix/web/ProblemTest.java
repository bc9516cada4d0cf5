package dev.ambix.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.error.AmbixException;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.Conflict;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.InvalidCursor;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.web.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(409, new UniqueViolation("users", "uq_x", List.of("user_name"), null)),
        Arguments.of(409, new ForeignKeyViolation("posts", "fk_x", null)),
        Arguments.of(409, new StaleEntity("User", 1L)),
        Arguments.of(409, new Conflict("deadlock", null)),
        Arguments.of(422, new NotNullViolation("users", "email", null)),
        Arguments.of(422, new CheckViolation("users", "ck_x", null)),
        Arguments.of(422, new ValueRejected("users", "email", "too long", null)),
        Arguments.of(400, new InvalidCursor("forged", null)),
        Arguments.of(404, new EntityNotFound("User", 1L)),
        Arguments.of(503, new PoolTimeout(Duration.ofSeconds(1), 2, List.of("somebody"))),
        Arguments.of(503, new DatabaseUnavailable("gone", null)),
        Arguments.of(504, new QueryTimeout("select secret", Duration.ofSeconds(1), null)),
        Arguments.of(500, new QueryFailed("select secret", "42601", "syntax error", null)),
        Arguments.of(500, new UsageException("SessionThread", "session: got a use")));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void hasTheStatusOfTheErrorAndTellsNothingMore(int status, AmbixException error) {
    var problem = Problems.of(error);

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.toJson())
        .startsWith("{\"type\":\"about:blank\",\"title\":\"")
        .contains("\"status\":" + status)
        .doesNotContain("select", "somebody", "uq_x", "fk_x", "ck_x");
    assertThat(problem.code()).isEqualTo(status == 500 ? "Internal" : error.code());
  }

  @Test
  void asksToTryAgainWhereThatMayHelp() {
    assertThat(Problems.of(new Conflict("deadlock", null)).retryAfter()).isPresent();
    assertThat(Problems.of(new DatabaseUnavailable("gone", null)).retryAfter()).isPresent();
    assertThat(Problems.of(new StaleEntity("User", 1L)).retryAfter()).isEmpty();
  }

  @Test
  void namesFieldsAsAttributesAre() {
    var problem = Problems.of(new UniqueViolation("users", "uq_x", List.of("user_name"), null));

    assertThat(problem.errors()).containsExactly(new FieldError("userName", "taken", "is taken"));
  }

  @Test
  void escapesWhatJsonDoesNotTake() {
    var problem = Problem.of(400, "Bad", "a \"b\" \\ \n \u0001 é \ud83d\ude00 \ud83d");

    assertThat(problem.toJson())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"a \\\"b\\\" \\\\ \\u000a \\u0001 é"
                + " \\ud83d\\ude00 \\ud83d\",\"status\":400,\"code\":\"Bad\"}");
  }
}
