package dev.ambix.migrate.run;

import dev.ambix.migrate.revision.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a revision that is half done keeps of the steps that are: a file may be corrected behind
/// them, not before.
final class Progress {
  private Progress() {}

  /// The SHA-256 of the first steps.
  static String checksum(List<Step> steps, int done) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var step : steps.subList(0, Math.min(done, steps.size()))) {
        var text =
            switch (step) {
              case Step.Sql sql -> sql.text();
              case Step.Java java -> "java " + java.className();
            };
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
