package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import dev.ambix.schema.OnDelete;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Stands on an album under a number, and is sold by invoices.
@Entity
@Table("tracks")
@Unique({"album", "number"})
public final class Track {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Album> album = Ref.of();

  private int number;

  @Length(120)
  private String name;

  @ManyToOne private final Ref<Genre> genre = Ref.of();

  @ManyToOne private final Ref<MediaType> mediaType = Ref.of();

  private @Nullable String composer;
  private int seconds;

  @Precision(value = 6, scale = 2)
  private BigDecimal price;

  @ManyToMany(table = "track_guests")
  private final Many<Artist> guests = Many.of();

  @OneToMany(mappedBy = "track", orphanRemoval = true)
  private final Many<InvoiceLine> sales = Many.of();

  @OneToMany(mappedBy = "track", orphanRemoval = true)
  private final Many<PlaylistEntry> entries = Many.of();

  Track() {}

  public Track(
      Album album, int number, String name, Genre genre, MediaType mediaType, int seconds) {
    this.album.set(album);
    this.number = number;
    this.name = name;
    this.genre.set(genre);
    this.mediaType.set(mediaType);
    this.seconds = seconds;
  }

  public long id() {
    return id;
  }

  public Ref<Album> album() {
    return album;
  }

  public int number() {
    return number;
  }

  public String name() {
    return name;
  }

  public Ref<Genre> genre() {
    return genre;
  }

  public Ref<MediaType> mediaType() {
    return mediaType;
  }

  public @Nullable String composer() {
    return composer;
  }

  public int seconds() {
    return seconds;
  }

  public BigDecimal price() {
    return price;
  }

  public Many<Artist> guests() {
    return guests;
  }

  public Many<InvoiceLine> sales() {
    return sales;
  }

  public Many<PlaylistEntry> entries() {
    return entries;
  }

  public void composer(@Nullable String newComposer) {
    composer = newComposer;
  }

  public void price(BigDecimal newPrice) {
    price = newPrice;
  }
}
