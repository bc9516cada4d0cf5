package dev.ambix.accounts.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which names are the same.
final class UsernameTest {
  @Test
  void keepsTheTextAsTyped() {
    assertThat(new Username("  Ann Lee ").text()).isEqualTo("Ann Lee");
    assertThat(new Username("Zoe\u0308").text()).isEqualTo("Zo\u00eb");
  }

  @Test
  void foldsCaseAndCompatibleCharacters() {
    for (var same :
        List.of(
            List.of("ann", "Ann", "ANN", "ＡＮＮ", "𝐚𝐧𝐧"),
            List.of("straße", "STRASSE", "Strasse", "STRAẞE"),
            List.of("ΟΔΥΣΣΕΥΣ", "οδυσσευς", "οδυσσευσ"),
            List.of("Zoë", "Zoe\u0308", "ZOË"),
            List.of("ﬁsh", "fish", "FISH"))) {
      assertThat(same.stream().map(name -> new Username(name).key()).distinct()).hasSize(1);
    }
  }

  @Test
  void tellsOthersApart() {
    assertThat(
            List.of("ann", "anna", "ånn", "аnn", "a nn").stream().map(n -> new Username(n).key()))
        .doesNotHaveDuplicates();
  }
}
