package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.Table;

/// Is known by its name.
@Entity
@Table("tags")
public final class Tag {
  @Id
  @Length(40)
  private String name;

  private String color;

  @ManyToMany(mappedBy = "tags")
  private final Many<Post> posts = Many.of();

  Tag() {}

  public Tag(String name, String color) {
    this.name = name;
    this.color = color;
  }

  public String name() {
    return name;
  }

  public String color() {
    return color;
  }

  public void color(String newColor) {
    color = newColor;
  }

  public Many<Post> posts() {
    return posts;
  }
}
