package dev.ambix.migrate.revision;

import dev.ambix.error.UsageException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The comment lines before the first section, `-- name: value` each.
final class RevisionHeader {
  static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  private static final Set<String> NAMES =
      Set.of("revision", "parents", "depends-on", "labels", "message", "created");
  private static final Set<String> TARGETS = Set.of("head", "heads", "base", "current");
  private static final Pattern ENTRY = Pattern.compile("--\\s*([a-z][a-z-]*)\\s*:(.*)");

  private final String file;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  RevisionHeader(String file) {
    this.file = file;
  }

  /// Takes a line. One that names nothing is a comment.
  void line(String text, int line) {
    var entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      return;
    }
    var name = entry.group(1);
    if (!NAMES.contains(name)) {
      throw bad(
          line,
          "it has no entry " + name,
          "revision, parents, depends-on, labels, message" + " or created",
          "Correct the name, or write the comment without a colon");
    }
    if (values.putIfAbsent(name, entry.group(2).strip()) != null) {
      throw bad(line, "got " + name + " a second time", "it once", "Remove one");
    }
    lines.put(name, line);
  }

  Revision revision(String checksum, List<String> ignored, List<Section> sections) {
    var id = value("revision");
    if (!ID.matcher(id).matches()) {
      throw bad(
          line("revision"),
          id.isEmpty() ? "it has no entry revision" : "its revision is no id; got " + id,
          "-- revision: and twelve digits 0 to 9 and a to f",
          id.isEmpty() ? "Add it" : "Correct it");
    }
    return new Revision(
        id,
        list("parents", ID),
        list("depends-on", ID),
        labels(),
        value("message"),
        created(),
        file,
        checksum,
        ignored,
        sections);
  }

  private Instant created() {
    var text = value("created");
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw bad(
          line("created"), "its created is no time", "such as 2026-11-25T16:30:00Z", "Correct it");
    }
  }

  private List<String> labels() {
    var labels = list("labels", LABEL);
    for (var label : labels) {
      if (TARGETS.contains(label) || ID.matcher(label).matches()) {
        throw bad(
            line("labels"),
            "the label " + label + " has a meaning of its own",
            "another",
            "Choose another");
      }
    }
    return labels;
  }

  private List<String> list(String name, Pattern item) {
    var items =
        Stream.of(value(name).split("[,\\s]+")).filter(it -> !it.isEmpty()).distinct().toList();
    for (var it : items) {
      if (!item.matcher(it).matches()) {
        throw bad(
            line(name),
            "its " + name + " has something else; got " + it,
            item == ID ? "ids of twelve digits 0 to 9 and a to f" : "letters, digits, - _ and .",
            "Correct it");
      }
    }
    return items;
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private int line(String name) {
    return lines.getOrDefault(name, 1);
  }

  private UsageException bad(int line, String problem, String expected, String fix) {
    return new UsageException(
        "RevisionHeader",
        file + ":" + line + ": " + problem + "; expected " + expected + ". " + fix + ".");
  }
}
