package dev.ambix.migrate.revision;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Writes revision files.
public final class RevisionWriter {
  private static final int SLUG = 40;

  private RevisionWriter() {}

  /// A revision that is yet to be written.
  ///
  /// @param parts its sections, in order; one without statements is written empty, to be filled
  public record Draft(
      String id,
      List<String> parents,
      List<String> dependsOn,
      List<String> labels,
      String message,
      Instant created,
      List<Part> parts) {
    public Draft {
      parents = List.copyOf(parents);
      dependsOn = List.copyOf(dependsOn);
      labels = List.copyOf(labels);
      message = message.strip().replaceAll("\\s+", " ");
      created = created.truncatedTo(ChronoUnit.SECONDS);
      parts = List.copyOf(parts);
    }
  }

  /// A section that is yet to be written.
  ///
  /// @param dialect the engine; empty for all
  /// @param foreignKeysOff as in [Section]
  /// @param statements each with the comments and marks that stand before it
  public record Part(
      Direction direction, String dialect, boolean foreignKeysOff, List<String> statements) {
    public Part {
      statements = List.copyOf(statements);
    }

    /// An empty section for all engines.
    public static Part empty(Direction direction) {
      return new Part(direction, "", false, List.of());
    }
  }

  /// A new id: twelve hexadecimal digits by chance.
  public static String newId() {
    var bytes = new byte[6];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// The name of a draft's file: its day, its id, and the message in plain letters.
  public static String fileName(Draft draft) {
    var words = draft.message().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    var slug = words.substring(0, Math.min(SLUG, words.length())).replaceAll("^_+|_+$", "");
    var day = draft.created().atOffset(ZoneOffset.UTC).toLocalDate();
    return day + "_" + draft.id() + (slug.isEmpty() ? "" : "_" + slug) + ".sql";
  }

  /// The text of a draft's file.
  public static String text(Draft draft) {
    var text = new StringBuilder();
    entry(text, "revision", draft.id());
    entry(text, "parents", String.join(", ", draft.parents()));
    entry(text, "depends-on", String.join(", ", draft.dependsOn()));
    entry(text, "labels", String.join(", ", draft.labels()));
    entry(text, "message", draft.message());
    entry(text, "created", draft.created().toString());
    draft.parts().forEach(part -> section(text, part));
    return text.toString();
  }

  private static void entry(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("-- ").append(name).append(": ").append(value).append('\n');
    }
  }

  private static void section(StringBuilder text, Part part) {
    text.append("\n-- ").append(part.direction().word());
    text.append(part.dialect().isEmpty() ? "" : " " + part.dialect()).append('\n');
    if (part.foreignKeysOff()) {
      text.append("-- foreign keys off\n");
    }
    for (var statement : part.statements()) {
      var plain = statement.strip();
      var lastLine = plain.substring(plain.lastIndexOf('\n') + 1).strip();
      boolean ends = plain.endsWith(";") || lastLine.startsWith("--");
      text.append(plain).append(ends ? "\n" : ";\n");
    }
  }
}
