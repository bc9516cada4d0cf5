package dev.ambix.migrate.revision;

import dev.ambix.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a revision file. For one file.
public final class RevisionParser {
  /// The engines that a section may name.
  static final Set<String> DIALECTS = Set.of("postgresql", "sqlite");

  // In any case, and with a colon: one that is missed lets a downgrade run as part of the upgrade.
  private static final Pattern SECTION =
      Pattern.compile("(?i)--\\s*(upgrade|downgrade)(?:\\s+(\\w+))?\\s*:?\\s*");
  private static final Pattern IGNORE =
      Pattern.compile("--\\s*lint-ignore\\b\\s*(\\w*)\\s*(?::\\s*(.*)|.*)");
  private static final Pattern JAVA = Pattern.compile("--\\s*java\\s*:\\s*(\\S*)\\s*");
  private static final Pattern FOREIGN_KEYS =
      Pattern.compile("(?i)pragma\\s+(?:\\w+\\s*\\.\\s*)?foreign_keys\\s*[=(]");
  private static final Set<String> ENDS_TRANSACTION =
      Set.of("begin", "start", "commit", "rollback", "end", "abort");

  private final String file;
  private final RevisionHeader header;
  private final SqlScanner scanner;
  private final String checksum;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> fileIgnored = new ArrayList<>();

  private @Nullable Open open;
  private final List<String> ignored = new ArrayList<>();
  private int outsideLine;

  private RevisionParser(String file, String text) {
    var plain = normalized(text);
    this.file = file;
    this.header = new RevisionHeader(file);
    this.scanner = new SqlScanner(file, plain, SECTION);
    this.checksum = checksum(plain);
  }

  /// Reads a revision.
  ///
  /// @param file where it stands, for messages
  /// @throws UsageException that names the file and the line of what is wrong
  public static Revision parse(String file, String text) {
    return new RevisionParser(file, text).parse();
  }

  /// The text with one kind of line end, so that a checkout on another system is the same file.
  private static String normalized(String text) {
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String checksum(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Revision parse() {
    for (var piece = scanner.next(); piece.isPresent(); piece = scanner.next()) {
      var found = piece.get();
      if (!found.comment()) {
        statement(found);
      } else if (found.ownLine()) {
        comment(found);
      }
    }
    closeSection();
    return header.revision(checksum, fileIgnored, sections);
  }

  private void comment(SqlScanner.Piece piece) {
    var text = piece.text().strip();
    var section = SECTION.matcher(text);
    var ignore = IGNORE.matcher(text);
    if (section.matches()) {
      closeSection();
      var dialect = Optional.ofNullable(section.group(2)).orElse("").toLowerCase(Locale.ROOT);
      openSection(section.group(1), dialect, piece.line());
    } else if (ignore.matches()) {
      ignore(ignore.group(1), Optional.ofNullable(ignore.group(2)).orElse(""), piece.line());
    } else if (open == null) {
      header.line(text, piece.line());
    } else {
      mark(open, text, piece.line());
    }
  }

  private void mark(Open section, String text, int line) {
    var java = JAVA.matcher(text);
    if (text.matches("(?i)--\\s*outside\\s+transaction")) {
      outsideLine = line;
    } else if (text.matches("(?i)--\\s*foreign\\s+keys\\s+off")) {
      section.foreignKeysOff = true;
    } else if (java.matches()) {
      if (!java.group(1).matches("[\\w.$]+")) {
        throw bad(
            "RevisionMark",
            line,
            "this is no class",
            "-- java: com.example.FillNames",
            "Correct the line");
      }
      section.steps.add(new Step.Java(java.group(1), line, outsideLine > 0));
      outsideLine = 0;
      ignored.clear();
    }
  }

  private void ignore(String code, String reason, int line) {
    if (code.isEmpty() || reason.isBlank()) {
      throw bad(
          "LintIgnore",
          line,
          "it needs one rule and a reason",
          "-- lint-ignore DropColumn: nobody has read it since May",
          "Say why");
    }
    (open == null ? fileIgnored : ignored).add(code);
  }

  private void openSection(String direction, String dialect, int line) {
    if (!dialect.isEmpty() && !DIALECTS.contains(dialect)) {
      throw bad(
          "RevisionSection",
          line,
          "no engine has this name; got " + dialect,
          "postgresql, sqlite, or none for all",
          "Correct it");
    }
    var way = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
    for (var other : sections) {
      if (other.direction() == way && other.dialect().equals(dialect)) {
        throw bad(
            "RevisionSection",
            line,
            "got a second section like that of line " + other.line(),
            "one",
            "Join them");
      }
    }
    open = new Open(way, dialect, line);
    scanner.dialect(dialect);
  }

  private void closeSection() {
    if (outsideLine > 0) {
      throw bad(
          "RevisionMark",
          outsideLine,
          "the mark stands before no statement",
          "a statement on the next line",
          "Move or remove it");
    }
    var done = open;
    if (done != null) {
      sections.add(done.section());
      open = null;
    }
    ignored.clear();
  }

  private void statement(SqlScanner.Piece piece) {
    if (open == null) {
      throw bad(
          "RevisionSection",
          piece.line(),
          "a statement stands before every section",
          "-- upgrade or -- downgrade above it",
          "Add the line");
    }
    var first = piece.text().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (ENDS_TRANSACTION.contains(first)) {
      throw bad(
          "RevisionTransaction",
          piece.line(),
          "a statement begins or ends a transaction, which the runner does; got "
              + first.toUpperCase(Locale.ROOT),
          "none",
          "Remove it, or mark what cannot run in one with -- outside transaction");
    }
    if (outsideLine == 0 && FOREIGN_KEYS.matcher(piece.text()).lookingAt()) {
      throw bad(
          "RevisionTransaction",
          piece.line(),
          "SQLite does not hear PRAGMA foreign_keys in a transaction, and would delete what refers to"
              + " a dropped table",
          "-- foreign keys off",
          "Write that line first in the section, and leave the pragma out");
    }
    open.steps.add(new Step.Sql(piece.text(), piece.line(), outsideLine > 0, ignored));
    outsideLine = 0;
    ignored.clear();
  }

  private UsageException bad(String code, int line, String problem, String expected, String fix) {
    return new UsageException(
        code, file + ":" + line + ": " + problem + "; expected " + expected + ". " + fix + ".");
  }

  private static final class Open {
    private final Direction direction;
    private final String dialect;
    private final int line;
    private final List<Step> steps = new ArrayList<>();
    private boolean foreignKeysOff;

    Open(Direction direction, String dialect, int line) {
      this.direction = direction;
      this.dialect = dialect;
      this.line = line;
    }

    Section section() {
      return new Section(direction, dialect, foreignKeysOff, steps, line);
    }
  }
}
