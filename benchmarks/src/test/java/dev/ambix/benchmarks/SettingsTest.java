package dev.ambix.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void countsWhatItWillMeasure() {
    assertThat(Settings.parse("--quick", "--work=find,render").measurements()).isEqualTo(12);
    assertThat(Settings.parse("--full", "--work=find", "--engine=sqlite").measurements())
        .isEqualTo(15);
    assertThat(Settings.parse("--work=insert", "--peer=jdbc,ambix_insert").measurements())
        .isEqualTo(4);
  }

  @Test
  void keepsTheResultsOfACompleteRunOnly() {
    assertThat(Settings.parse().complete()).isTrue();
    assertThat(Settings.parse("--peer=jdbc").complete()).isFalse();
  }
}
