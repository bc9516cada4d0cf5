package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.OneToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Marks one post at the most.
@Entity
@Table("badges")
public final class Badge {
  @Id @Generated private UUID id;
  private String label;

  @OneToOne(mappedBy = "badge")
  private final Ref<Post> post = Ref.of();

  Badge() {}

  public Badge(String label) {
    this.label = label;
  }

  public UUID id() {
    return id;
  }

  public String label() {
    return label;
  }

  public Ref<Post> post() {
    return post;
  }
}
