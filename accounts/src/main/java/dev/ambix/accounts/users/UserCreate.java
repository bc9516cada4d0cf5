package dev.ambix.accounts.users;

import dev.ambix.accounts.passwords.ValidPassword;
import io.avaje.jsonb.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What it takes to sign up.
@Json
@Valid
public record UserCreate(
    @NotNull @ValidUsername String username,
    @NotNull @Email @Size(min = 3, max = 254) String email,
    @NotNull @ValidPassword String password) {
  User user(String passwordHash) {
    return new User(new Username(username), email, passwordHash);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "UserCreate[username=" + username + "]";
  }
}
