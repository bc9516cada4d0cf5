package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// Tracks in an order, any of them as often as one likes.
@Entity
@Table("playlists")
public final class Playlist {
  @Id @Generated private long id;

  @Unique
  @Length(80)
  private String name;

  @OneToMany(mappedBy = "playlist", orphanRemoval = true)
  @OrderBy("position")
  private final Many<PlaylistEntry> entries = Many.of();

  Playlist() {}

  public Playlist(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Many<PlaylistEntry> entries() {
    return entries;
  }
}
