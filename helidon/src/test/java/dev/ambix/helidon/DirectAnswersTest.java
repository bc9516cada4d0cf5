package dev.ambix.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The answers to what never reaches a route.
final class DirectAnswersTest {
  private final ArrayList<Integer> told = new ArrayList<>();
  private final DirectAnswers answers =
      new DirectAnswers((_, status, _) -> told.add(status.code()));

  @Test
  void saysWhenToComeBackWhenThereAreTooManyRequests() {
    var answer =
        answers.handle(
            TransportRequest.empty(),
            EventType.OTHER,
            Status.SERVICE_UNAVAILABLE_503,
            ServerResponseHeaders.create(),
            "Too Many Concurrent Requests");
    assertThat(answer.status().code()).isEqualTo(503);
    assertThat(answer.headers().get(HeaderNames.RETRY_AFTER).get()).isEqualTo("1");
    assertThat(told).containsExactly(503);
  }

  @Test
  void quotesNothingOfTheRequest() {
    var answer =
        answers.handle(
            TransportRequest.empty(),
            EventType.BAD_REQUEST,
            Status.BAD_REQUEST_400,
            ServerResponseHeaders.create(),
            "secret");
    assertThat(answer.entity().map(String::new).orElseThrow())
        .contains("\"detail\":")
        .doesNotContain("secret");
  }
}
