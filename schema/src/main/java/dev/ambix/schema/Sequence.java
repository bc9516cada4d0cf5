package dev.ambix.schema;

/// A sequence that hands out numbers in blocks.
///
/// @param id the sequence's name
/// @param increment the size of a block; what the models use is at least 1
public record Sequence(TableName id, int increment) {
  public Sequence {
    if (increment == 0) {
      throw new IllegalArgumentException("sequence " + id + ": got increment 0, expected another");
    }
  }

  /// One in the namespace that the connection uses.
  public Sequence(String name, int increment) {
    this(TableName.of(name), increment);
  }

  /// Its name, without its namespace.
  public String name() {
    return id.name();
  }
}
