package dev.ambix.conformance.shop;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tree, whose ids are known before the flush.
@Entity
@Table("categories")
public final class Category {
  @Id @Generated private UUID id;
  @Unique private String name;

  @References(Category.class)
  private @Nullable UUID parentId;

  Category() {}

  public Category(String name) {
    this.name = name;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Category name(String newName) {
    name = newName;
    return this;
  }

  public @Nullable UUID parentId() {
    return parentId;
  }

  public Category parent(@Nullable Category parent) {
    parentId = parent == null ? null : parent.id();
    return this;
  }
}
