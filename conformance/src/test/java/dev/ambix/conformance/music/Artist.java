package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// Makes albums, and is a guest on tracks of others.
@Entity
@Table("artists")
public final class Artist {
  @Id @Generated private long id;

  @Unique
  @Length(80)
  private String name;

  @OneToMany(mappedBy = "artist", orphanRemoval = true)
  @OrderBy("id")
  private final Many<Album> albums = Many.of();

  @ManyToMany(mappedBy = "guests")
  private final Many<Track> appearances = Many.of();

  @ManyToMany(mappedBy = "favourites")
  private final Many<Customer> fans = Many.of();

  Artist() {}

  public Artist(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Many<Album> albums() {
    return albums;
  }

  public Many<Track> appearances() {
    return appearances;
  }

  public Many<Customer> fans() {
    return fans;
  }
}
