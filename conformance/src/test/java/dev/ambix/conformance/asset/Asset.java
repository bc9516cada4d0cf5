package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Inheritance;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import dev.ambix.mapping.Version;

/// Something of value.
@Entity
@Table("assets")
@Inheritance(value = Inheritance.Strategy.JOINED, column = "asset_kind")
public abstract sealed class Asset permits Vehicle, House, Idea {
  @Id @Generated private long id;
  @Unique private String name;
  @Version private int version;

  Asset() {}

  Asset(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public void name(String newName) {
    name = newName;
  }

  public int version() {
    return version;
  }
}
