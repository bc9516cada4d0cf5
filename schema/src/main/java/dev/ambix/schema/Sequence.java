package dev.ambix.schema;

/// A sequence that hands out numbers in blocks.
///
/// @param name the sequence's name
/// @param increment the size of a block, at least 1
public record Sequence(String name, int increment) {
  public Sequence {
    Names.require("sequence", name);
    if (increment < 1) {
      throw new IllegalArgumentException(
          "sequence " + name + ": got increment " + increment + ", expected at least 1");
    }
  }
}
