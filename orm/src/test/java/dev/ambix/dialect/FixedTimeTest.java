package dev.ambix.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.ValueRejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTimeTest {
  @ParameterizedTest
  @CsvSource({
    "0000-01-01T00:00:00Z,        0000-01-01T00:00:00.000000Z",
    "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999Z",
    "2026-11-25T13:00:00.000001Z, 2026-11-25T13:00:00.000001Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
  })
  void writesInstantsThatSortAsTextAndReadBack(Instant instant, String text) {
    assertThat(FixedTime.of(instant)).isEqualTo(text);
    assertThat(FixedTime.instant(text)).isEqualTo(instant);
  }

  @Test
  void writesDatesAndTimes() {
    assertThat(FixedTime.of(LocalDate.of(33, 4, 5))).isEqualTo("0033-04-05");
    assertThat(FixedTime.date("0033-04-05")).isEqualTo(LocalDate.of(33, 4, 5));
    assertThat(FixedTime.of(LocalTime.of(1, 2, 3, 4_999))).isEqualTo("01:02:03.000004");
    assertThat(FixedTime.time("01:02:03.000004")).isEqualTo(LocalTime.of(1, 2, 3, 4_000));
    var time = LocalDateTime.of(2026, 11, 25, 13, 0);
    assertThat(FixedTime.of(time)).isEqualTo("2026-11-25T13:00:00.000000");
    assertThat(FixedTime.dateTime("2026-11-25T13:00:00.000000")).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-25 13:00:00",
        "2026-11-25 13:00",
        "2026-11-25T13:00:00Z",
        "2026-11-25 13:00:00.000",
        "2026-11-25T15:00:00+02:00",
        "2026-11-25T13:00:00.000000000Z"
      })
  void readsOtherSpellings(String text) {
    assertThat(FixedTime.instant(text)).isEqualTo("2026-11-25T13:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-13-25T13:00:00.000000Z",
        "2026-11-25T24:00:00.000000Z",
        "2026-11-25T13:00:0x.000000Z"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> FixedTime.instant(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesYearsThatNotEveryEngineKeeps() {
    Stream.<Runnable>of(
            () -> FixedTime.of(Instant.MAX),
            () -> FixedTime.of(Instant.MIN),
            () -> FixedTime.of(Instant.parse("-0001-12-31T23:59:59Z")),
            () -> FixedTime.of(LocalDate.of(10_000, 1, 1)),
            () -> FixedTime.of(LocalDateTime.of(-1, 1, 1, 0, 0)))
        .forEach(each -> assertThatThrownBy(each::run).isInstanceOf(ValueRejected.class));
  }
}
