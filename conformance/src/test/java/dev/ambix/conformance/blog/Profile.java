package dev.ambix.conformance.blog;

import dev.ambix.mapping.Embedded;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.OneToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;

/// What a user says of itself; one a user, in which the reference is the key.
@Entity
@Table("profiles")
public final class Profile {
  @Id
  @OneToOne(onDelete = OnDelete.CASCADE)
  private final Ref<User> user = Ref.of();

  private String motto;
  @Embedded private Place place;

  Profile() {}

  public Profile(User user, String motto, Place place) {
    this.user.set(user);
    this.motto = motto;
    this.place = place;
  }

  public Ref<User> user() {
    return user;
  }

  public String motto() {
    return motto;
  }

  public void motto(String newMotto) {
    motto = newMotto;
  }

  public Place place() {
    return place;
  }

  /// Where somebody lives.
  public record Place(String city, String country) {}
}
