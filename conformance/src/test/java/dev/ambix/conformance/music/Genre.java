package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// The kind of music of a track.
@Entity
@Table("genres")
public final class Genre {
  @Id @Generated private long id;

  @Unique
  @Length(40)
  private String name;

  Genre() {}

  public Genre(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }
}
