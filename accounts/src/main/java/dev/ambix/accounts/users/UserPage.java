package dev.ambix.accounts.users;

import dev.ambix.session.Page;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some users, the newest first.
///
/// @param items the users
/// @param next what to pass as `after` for those that follow; null when there are none
@Json
public record UserPage(List<UserOut> items, @Nullable String next) {
  static UserPage of(Page<UserOut> page) {
    return new UserPage(page.items(), page.next());
  }
}
