package dev.ambix.migrate.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a revision file says.
///
/// @param id twelve hexadecimal digits
/// @param parents the revisions that it follows: none for a base, several for a merge
/// @param dependsOn revisions of other branches that must be applied before it
/// @param labels names of the branch that it starts or is on
/// @param message what it is about, in a line
/// @param created when it was written; it orders what nothing else orders
/// @param file where it stands, for messages
/// @param checksum the SHA-256 of its text, whatever ends its lines
/// @param ignored the codes of lint findings that its header accepts
/// @param sections what it does
public record Revision(
    String id,
    List<String> parents,
    List<String> dependsOn,
    List<String> labels,
    String message,
    Instant created,
    String file,
    String checksum,
    List<String> ignored,
    List<Section> sections) {
  public Revision {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    ignored = List.copyOf(ignored);
    sections = List.copyOf(sections);
  }

  /// What it does in this direction on this engine: its own section where there is one, else that
  /// for all; empty where the file has neither.
  public Optional<Section> section(Direction direction, String dialect) {
    return find(direction, dialect).or(() -> find(direction, ""));
  }

  private Optional<Section> find(Direction direction, String dialect) {
    return sections.stream()
        .filter(it -> it.direction() == direction && it.dialect().equals(dialect))
        .findFirst();
  }

  /// Whether it joins branches.
  public boolean merges() {
    return parents.size() > 1;
  }

  /// The id and the message, as lists and errors show it.
  public String title() {
    return message.isEmpty() ? id : id + " (" + message + ")";
  }
}
