package dev.ambix.accounts.http;

import static dev.ambix.accounts.RunningService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.LogCapture;
import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Statements;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes back for input of every bad kind: a problem with a status of 4xx that names the
/// field, no stack trace, nothing in the log, nothing in the database.
@AmbixTest
final class BadInputTest {
  private static final Pattern FIELD = Pattern.compile("\"field\":\"([^\"]*)\",\"code\":\"(\\w+)");
  private static final String REST =
      "\"email\": \"ann@example.org\", \"password\": \"" + PASSWORD + "\"}";

  private final LogCapture log = new LogCapture();
  private final RunningService service;
  private final Statements statements;

  BadInputTest(Database database, Statements statements) {
    this.service = RunningService.on(database);
    this.statements = statements;
  }

  @AfterEach
  void leavesNoTrace() {
    service.close();
    log.close();
    assertThat(log.lines(Level.WARNING)).isEmpty();
    assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("insert"));
  }

  /// Sends the text as a body.
  private void refused(int status, String error, String body) {
    refused(status, error, body.getBytes(StandardCharsets.UTF_8));
  }

  private void refused(int status, String error, byte[] body) {
    refused(status, error, "POST /users", "application/json", body);
  }

  private void refused(int status, String error, String line, String type, byte[] body) {
    var head =
        "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(line, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n", body.length);
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    var answer = service.raw(request.toByteArray());
    assertProblem(status, error, answer);
  }

  private void assertProblem(int status, String error, String answer) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("Content-Type: application/problem+json\r\n");
    assertThat(answer).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(answer).doesNotContain(PASSWORD);
    var found = FIELD.matcher(answer).results().map(it -> it.group(1) + ":" + it.group(2)).toList();
    assertThat(found).isEqualTo(error.isEmpty() ? List.of() : List.of(error));
  }

  @Test
  void refusesWhatIsNotJson() {
    refused(400, ":empty", "");
    refused(400, ":empty", "   ");
    refused(400, ":malformed", "hello");
    refused(400, "username:malformed", "{\"username\": \"ann\"");
    refused(400, "username:malformed", "{\"username\": \"an");
    refused(400, ":trailing", "{\"username\": \"ann\", " + REST + "{}");
    refused(400, "password:malformed", "{\"username\": \"ann\", " + REST.replace("}", ",}"));
    refused(400, "username:malformed", "{\"username\": NaN, " + REST);
    refused(400, "username:malformed", "{\"username\": 'ann', " + REST);
    refused(400, ":malformed", "{username: \"ann\", " + REST);
    refused(400, "username:malformed", "{\"username\": \"a\nnn\", " + REST);
    refused(400, "username:malformed", "{\"username\": \"a\\x41nn\", " + REST);
    refused(400, "username:malformed", "{\"username\": \"a\\u00\", " + REST);
    refused(400, "username:malformed", "{\"username\": \"a\0nn\", " + REST);
    refused(400, "username:malformed", "{\"username\": 01, " + REST);
    refused(400, "password:malformed", "{\"password\": " + PASSWORD + "}");
  }

  @Test
  void refusesJsonThatIsNotAnObject() {
    for (var body : List.of("null", "[]", "[1, 2]", "\"ann\"", "1", "true")) {
      refused(422, ":type", body);
    }
  }

  @Test
  void refusesValuesOfAnotherType() {
    for (var value : List.of("5", "1.5e3", "true", "{}", "[\"ann\"]")) {
      refused(422, "username:type", "{\"username\": " + value + ", " + REST);
    }
    refused(422, "username:null", "{\"username\": null, " + REST);
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    refused(422, "admin:unknown", "{\"username\": \"ann\", \"admin\": true, " + REST);
    refused(422, "id:unknown", "{\"id\": 1, \"username\": \"ann\", " + REST);
    refused(422, "Username:unknown", "{\"Username\": \"ann\", " + REST);
    refused(400, "username:duplicate", "{\"username\": \"ann\", \"username\": \"bob\", " + REST);
  }

  @Test
  void refusesTextThatIsNotUnicode() {
    refused(422, "username:characters", "{\"username\": \"a\\u0000nn\", " + REST);
    refused(422, "username:characters", "{\"username\": \"a\\ud800nn\", " + REST);
    refused(422, "username:characters", "{\"username\": \"a\\udc00\\ud800nn\", " + REST);
    for (var bytes : List.of("FF FE", "C0 80", "E2 82", "ED A0 80", "F5 80 80 80")) {
      var body = new ByteArrayOutputStream();
      body.writeBytes("{\"username\": \"a".getBytes(StandardCharsets.UTF_8));
      for (var hex : bytes.split(" ", -1)) {
        body.write(Integer.parseInt(hex, 16));
      }
      body.writeBytes(("\", " + REST).getBytes(StandardCharsets.UTF_8));
      refused(400, ":encoding", body.toByteArray());
    }
    refused(
        400, ":encoding", ("{\"username\": \"ann\", " + REST).getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void refusesNamesThatAreNone() {
    refused(422, "username:length", "{\"username\": \"\", " + REST);
    refused(422, "username:length", "{\"username\": \" \\t \", " + REST);
    refused(422, "username:length", "{\"username\": \"" + "n".repeat(65) + "\", " + REST);
    refused(422, "username:length", "{\"username\": \"" + "n".repeat(10_000) + "\", " + REST);
    refused(422, "username:characters", "{\"username\": \"a\\nnn\", " + REST);
    refused(422, "username:characters", "{\"username\": \"a\\u200bnn\", " + REST);
    refused(422, "username:characters", "{\"username\": \"a\\u202enn\", " + REST);
    // Each of these is 18 letters to those who compare names.
    refused(422, "username:rejected", "{\"username\": \"" + "\ufdfa".repeat(64) + "\", " + REST);
  }

  @Test
  void refusesNestingAndNumbersWithoutEnd() {
    refused(422, ":type", "[".repeat(30_000));
    refused(422, "username:type", "{\"username\": " + "[".repeat(20_000) + "}");
    refused(422, "x:unknown", "{\"x\": " + "[".repeat(20_000) + "}");
    refused(422, "username:type", "{\"username\": " + "9".repeat(50) + ", " + REST);
    refused(400, "username:malformed", "{\"username\": " + "9".repeat(20_000) + ", " + REST);
  }

  @Test
  void refusesBodiesThatAreTooLong() {
    refused(413, "", " ".repeat(65_537));
    refused(413, "", " ".repeat(10_000_000));
    var chunked = new StringBuilder("POST /users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    chunked.append("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; i++) {
      chunked.append("1000\r\n").append(" ".repeat(4096)).append("\r\n");
    }
    chunked.append("0\r\n\r\n");
    assertProblem(413, "", service.raw(chunked.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void refusesBodiesThatAreNotSaidToBeJson() {
    var body = ("{\"username\": \"ann\", " + REST).getBytes(StandardCharsets.UTF_8);
    for (var type :
        List.of(
            "",
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/json; charset=iso-8859-1",
            "garbage")) {
      refused(415, "", "POST /users", type, body);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /users?limit=0,                  422, limit:range",
    "GET,    /users?limit=-1,                 422, limit:range",
    "GET,    /users?limit=101,                422, limit:range",
    "GET,    /users?limit=abc,                422, limit:range",
    "GET,    /users?limit=999999999999,       422, limit:range",
    "GET,    /users?limit=%00,                422, limit:range",
    "GET,    /users?limit=%2B5,               422, limit:range",
    "GET,    /users?after=abc,                400, after:invalid",
    "GET,    /users?after=%00,                400, after:invalid",
    "GET,    /users?after=,                   400, after:invalid",
    "GET,    /users?after=AAAAAAABMQ,         400, after:invalid",
    "GET,    /users/abc,                      400, id:type",
    "GET,    /users/1.5,                      400, id:type",
    "GET,    /users/99999999999999999999,     400, id:type",
    "GET,    /users/%00,                      400, id:type",
    "GET,    /users/%ff,                      400, id:type",
    "PATCH,  /users/abc,                      400, id:type",
    "DELETE, /users/abc,                      400, id:type",
  })
  void refusesParameters(String method, String path, int status, String error) {
    refusesPathsAndMethods(method, path, status, error);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /users/-1,                       404, ''",
    "GET,    /users/0,                        404, ''",
    "GET,    /users/9223372036854775807,      404, ''",
    "GET,    /users/,                         404, ''",
    "GET,    /users/1/2,                      404, ''",
    "GET,    /users/%2f,                      404, ''",
    "GET,    /nothing,                        404, ''",
    "GET,    /docs/../users.db,               404, ''",
    "GET,    /users/%zz,                      400, ''",
    "PUT,    /users/1,                        405, ''",
    "POST,   /users/1,                        405, ''",
    "DELETE, /users,                          405, ''",
    "GET,    /users/%2F1,                     404, ''",
    "GET,    //users,                         404, ''",
    "GET,    /users/01,                       404, ''",
    "GET,    /users/+1,                       404, ''",
    "GET,    /users/%2B1,                     404, ''",
    "GET,    /users/%D9%A1,                   404, ''",
    "POST,   /docs,                           405, ''",
    "PUT,    /openapi.json,                   405, ''",
    "POST,   /health/ready,                   405, ''",
    "DELETE, /,                               405, ''",
    "BREW,   /users,                          405, ''",
  })
  void refusesPathsAndMethods(String method, String path, int status, String error) {
    boolean json = method.equals("PATCH");
    refused(
        status,
        error,
        method + " " + path,
        json ? "application/json" : "",
        (json ? "{}" : "").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhichMethodsAPathHas() {
    assertThat(service.send("PUT", "/users/1", "{}").header("Allow"))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    var options = service.send("OPTIONS", "/users", null);
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void refusesRequestsThatAreNotHttp() {
    for (var request :
        List.of(
            "\0\1\2garbage\r\n\r\n",
            "GET /users HTTP/1.1\r\n\r\n",
            "GET /users HTTP/3.0\r\nHost: x\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
            "POST /users HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            String.join(
                "\r\n",
                "POST /users HTTP/1.1",
                "Host: x",
                "Content-Length: 5",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                ""))) {
      var answer = service.raw(request.getBytes(StandardCharsets.ISO_8859_1));
      assertProblem(400, "", answer);
    }
  }
}
