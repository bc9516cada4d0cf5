package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Is part of another one, and so on up to a root.
@Entity
@Table("post_categories")
public final class Category {
  @Id @Generated private UUID id;
  private String name;

  @ManyToOne(optional = true)
  private final Ref<Category> parent = Ref.of();

  @OneToMany(mappedBy = "parent")
  @OrderBy("name")
  private final Many<Category> children = Many.of();

  @OneToMany(mappedBy = "category")
  private final Many<Post> posts = Many.of();

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

  public void name(String newName) {
    name = newName;
  }

  public Ref<Category> parent() {
    return parent;
  }

  public Many<Category> children() {
    return children;
  }

  public Many<Post> posts() {
    return posts;
  }
}
