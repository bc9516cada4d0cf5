package dev.ambix.conformance.error;

import dev.ambix.mapping.Check;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Index;
import dev.ambix.mapping.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that one person has until it is given back.
@Entity
@Table("lockers")
@Index(value = "owner", unique = true, where = "returned_at is null")
@Check(name = "ck_locker_usable", sql = "door between 1 and 99 and owner <> ''")
public final class Locker {
  @Id @Generated private long id;
  private String owner = "";
  private int door;
  private @Nullable Instant returnedAt;

  private Locker() {}

  Locker(String owner, int door) {
    this.owner = owner;
    this.door = door;
  }

  long id() {
    return id;
  }

  void returned(@Nullable Instant when) {
    returnedAt = when;
  }

  @Override
  public String toString() {
    return owner + " " + door + " " + returnedAt;
  }
}
