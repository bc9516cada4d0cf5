package dev.ambix.accounts;

import static dev.ambix.accounts.RunningService.PASSWORD;
import static dev.ambix.accounts.RunningService.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/// No answer and no log line ever holds a password or its hash, with all logs switched on.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
final class SecretsTest {
  private static final String OTHER = "quite another secret";

  @Test
  void staySecret(Database database) {
    var seen = new ArrayList<String>();
    try (var log = new LogCapture();
        var service = RunningService.on(database)) {
      var created = service.post("/users", signUp("ann"));
      var user = created.header("Location");
      service.post("/users", signUp("bob"));
      var change = "{\"password\": \"" + OTHER + "\", \"username\": \"%s\"}";
      var answers =
          List.of(
              created,
              service.post("/users", signUp("Ann")),
              service.get(user),
              service.get("/users"),
              service.patch(user, change.formatted("anna")),
              service.patch(user, change.formatted("bob")),
              service.patch("/users/4711", change.formatted("nobody")),
              service.post("/users", signUp("carl").replace("ann@example.org", PASSWORD)),
              service.post("/users", signUp("carl").replace("\"" + PASSWORD + "\"", PASSWORD)),
              service.post("/users", signUp("carl").replace("}", "")),
              service.post("/users?password=" + PASSWORD.replace(' ', '+'), signUp("\\u0000")),
              service.delete(user));
      assertThat(answers).extracting(Answer::status).contains(201, 200, 204, 400, 404, 409, 422);
      answers.forEach(answer -> seen.add(answer.response().headers().map() + answer.body()));
      assertThat(log.lines(Level.FINE)).anyMatch(line -> line.contains("insert into"));
      seen.addAll(log.lines(Level.ALL));
      seen.addAll(service.accessLog());
    }
    assertThat(seen)
        .noneMatch(text -> text.replace('+', ' ').contains(PASSWORD.substring(8)))
        .noneMatch(text -> text.contains(OTHER))
        .noneMatch(text -> text.contains("$argon2"));
  }
}
