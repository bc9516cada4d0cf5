package dev.ambix.accounts.users;

import dev.ambix.accounts.passwords.ValidPassword;
import io.avaje.jsonb.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What is to change of a user. What is absent stays as it is.
@Json
@Valid
public record UserPatch(
    @Nullable @ValidUsername String username,
    @Nullable @Email @Size(min = 3, max = 254) String email,
    @Nullable @ValidPassword String password) {
  /// Without the password.
  @Override
  public String toString() {
    return "UserPatch[username=" + username + "]";
  }
}
