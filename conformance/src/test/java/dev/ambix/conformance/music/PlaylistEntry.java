package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import java.time.LocalDate;

/// A track at a place of a playlist, and since when it is there.
@Entity
@Table("playlist_entries")
public final class PlaylistEntry {
  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Playlist> playlist = Ref.of();

  @Id private int position;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Track> track = Ref.of();

  private LocalDate added;

  PlaylistEntry() {}

  public PlaylistEntry(Playlist playlist, int position, Track track, LocalDate added) {
    this.playlist.set(playlist);
    this.position = position;
    this.track.set(track);
    this.added = added;
  }

  public Ref<Playlist> playlist() {
    return playlist;
  }

  public int position() {
    return position;
  }

  public Ref<Track> track() {
    return track;
  }

  public LocalDate added() {
    return added;
  }
}
