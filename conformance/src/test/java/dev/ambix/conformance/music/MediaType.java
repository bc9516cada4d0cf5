package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// How a track is encoded.
@Entity
@Table("media_types")
public final class MediaType {
  @Id @Generated private long id;

  @Unique
  @Length(40)
  private String name;

  MediaType() {}

  public MediaType(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }
}
