package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;

/// Is made by an artist, and is sold track by track.
@Entity
@Table("albums")
public final class Album {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Artist> artist = Ref.of();

  @Length(120)
  private String title;

  private int released;

  @OneToMany(mappedBy = "album", orphanRemoval = true)
  @OrderBy("number")
  private final Many<Track> tracks = Many.of();

  Album() {}

  public Album(Artist artist, String title, int released) {
    this.artist.set(artist);
    this.title = title;
    this.released = released;
  }

  public long id() {
    return id;
  }

  public Ref<Artist> artist() {
    return artist;
  }

  public String title() {
    return title;
  }

  public int released() {
    return released;
  }

  public Many<Track> tracks() {
    return tracks;
  }
}
