package dev.ambix.accounts.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.accounts.Answer;
import dev.ambix.accounts.RunningService;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The description of the API, and the page that shows it.
@AmbixTest
final class OpenApiTest {
  private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"([^\"]*)\"");
  private static final Pattern EXTERNAL = Pattern.compile("(?i)(?:https?:)?//(?!www\\.w3\\.org)");

  private final RunningService service;

  OpenApiTest(Database database) {
    service = RunningService.on(database);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer document() {
    return service.get("/openapi.json");
  }

  /// What stands at a place such as `components/schemas/Problem`.
  @SuppressWarnings("unchecked") // JSON
  private static @Nullable Object at(Map<String, Object> document, String place) {
    Object node = document;
    for (var step : place.split("/", -1)) {
      node = ((Map<String, Object>) node).get(step.replace("~1", "/"));
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  @Test
  void isOfVersion31AndServedAsJson() {
    assertThat(document().header("Content-Type")).isEqualTo("application/json");
    assertThat((String) document().json().get("openapi")).matches("3\\.1\\.\\d+");
    assertThat(document().json()).containsKeys("info", "paths", "components");
    assertThat(at(document().json(), "info/title")).isEqualTo("Accounts");
    assertThat(document().body()).doesNotContain("nullable");
  }

  @Test
  void refersOnlyToWhatIsThere() {
    var references = REFERENCE.matcher(document().body()).results().map(it -> it.group(1)).toList();
    assertThat(references).isNotEmpty().allMatch(reference -> reference.startsWith("#/"));
    assertThat(references).allMatch(it -> at(document().json(), it.substring(2)) != null);
  }

  @Test
  void statesWhatInputIsTaken() {
    var schemas = "components/schemas/";
    for (var input : List.of("UserCreate", "UserPatch")) {
      var properties = schemas + input + "/properties/";
      assertThat(at(document().json(), properties + "username/maxLength")).isEqualTo(64L);
      assertThat(at(document().json(), properties + "email/format")).isEqualTo("email");
      assertThat(at(document().json(), properties + "password/minLength")).isEqualTo(15L);
      assertThat(at(document().json(), properties + "password/maxLength")).isEqualTo(128L);
      assertThat(at(document().json(), properties + "password/writeOnly")).isEqualTo(true);
      assertThat(at(document().json(), schemas + input + "/additionalProperties")).isEqualTo(false);
    }
    assertThat(at(document().json(), schemas + "UserCreate/required"))
        .isEqualTo(List.of("username", "email", "password"));
    assertThat(at(document().json(), schemas + "PageSize/maximum")).isEqualTo(100L);
  }

  @Test
  void statesTheErrorsOfEveryOperation() {
    OpenApi.load()
        .methods()
        .forEach((path, methods) ->
            methods.forEach(method -> {
              var place =
                  "paths/%s/%s/responses"
                      .formatted(
                          path.replace("/", "~1"), method.toLowerCase(java.util.Locale.ROOT));
              assertThat(at(document().json(), place + "/default")).as(place).isNotNull();
              if (path.startsWith("/users")) {
                assertThat(at(document().json(), place + "/400")).as(place).isNotNull();
                assertThat(at(document().json(), place + "/503")).as(place).isNotNull();
              }
            }));
    assertThat(document().body()).contains("application/problem+json");
  }

  @Test
  void describesAllThatItNames() {
    assertThat(document().body()).doesNotContain("\"description\":\"\"");
    assertThat(at(document().json(), "paths/~1users~1{id}/delete/responses/409")).isNotNull();
    assertThat(at(document().json(), "paths/~1health~1ready/get/responses/503")).isNotNull();
  }

  @Test
  void neverNamesTheHash() {
    assertThat(document().body()).doesNotContainIgnoringCase("hash");
  }

  @Test
  void isShownByAPageThatFetchesNothingFromElsewhere() {
    var page = service.get("/docs");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(EXTERNAL.matcher(page.body()).find()).isFalse();

    var links =
        Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page.body()).results().toList();
    assertThat(links).hasSizeGreaterThan(3);
    for (var link : links) {
      var file = service.get(link.group(1));
      assertThat(file.status()).as(link.group(1)).isEqualTo(200);
      assertThat(file.body()).isNotEmpty();
    }
    assertThat(service.get("/docs/start.js").body()).contains("validatorUrl: null");
  }
}
