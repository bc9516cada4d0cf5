package dev.ambix.accounts.users;

import dev.ambix.mapping.Projection;
import io.avaje.jsonb.Json;
import java.time.Instant;

/// A user as the world sees one: what is read is what is answered.
@Json
@Projection(of = User.class)
public record UserOut(long id, String username, String email, Instant createdAt) {
  static UserOut of(User user) {
    return new UserOut(user.id(), user.username(), user.email(), user.createdAt());
  }
}
