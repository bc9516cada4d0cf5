package notes;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;

@Entity
public final class Note {
  @Id @Generated private long id;
  private String title = "";

  Note() {}

  @Override
  public String toString() {
    return id + " " + title;
  }
}
