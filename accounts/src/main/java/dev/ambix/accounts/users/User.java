package dev.ambix.accounts.users;

import dev.ambix.mapping.CreatedAt;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Sensitive;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import dev.ambix.mapping.UpdatedAt;
import dev.ambix.mapping.Version;
import java.time.Instant;

/// Somebody with an account.
@Entity
@Table("users")
public final class User {
  @Id @Generated private long id;

  @Length(Username.LONGEST)
  private String username;

  /// What no two users share: [Username#key].
  @Unique
  @Length(Username.LONGEST_KEY)
  private String usernameKey;

  @Length(254)
  private String email;

  @Sensitive
  @Length(255)
  private String passwordHash;

  @CreatedAt private Instant createdAt;
  @UpdatedAt private Instant updatedAt;
  @Version private int version;

  User() {}

  public User(Username username, String email, String passwordHash) {
    this.username = username.text();
    this.usernameKey = username.key();
    this.email = email;
    this.passwordHash = passwordHash;
  }

  public long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String usernameKey() {
    return usernameKey;
  }

  public void rename(Username name) {
    username = name.text();
    usernameKey = name.key();
  }

  public String email() {
    return email;
  }

  public void email(String address) {
    email = address;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public void passwordHash(String hash) {
    passwordHash = hash;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public int version() {
    return version;
  }
}
