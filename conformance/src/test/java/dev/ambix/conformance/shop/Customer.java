package dev.ambix.conformance.shop;

import dev.ambix.mapping.CreatedAt;
import dev.ambix.mapping.Default;
import dev.ambix.mapping.Embedded;
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
import org.jspecify.annotations.Nullable;

/// Numbered by the database, versioned, with all that the session fills in.
@Entity
@Table("customers")
public final class Customer {
  @Id @Generated private long id;

  @Unique
  @Length(20)
  private String name;

  private @Nullable String nickname;

  @Sensitive private String secret = "";

  @Default("5")
  private @Nullable Integer credit;

  @Embedded private @Nullable Address address;
  private Tier tier = Tier.BRONZE;
  @CreatedAt private Instant createdAt;
  @UpdatedAt private Instant updatedAt;
  @Version private int version;

  Customer() {}

  public Customer(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Customer name(String newName) {
    name = newName;
    return this;
  }

  public @Nullable String nickname() {
    return nickname;
  }

  public Customer nickname(@Nullable String newNickname) {
    nickname = newNickname;
    return this;
  }

  public String secret() {
    return secret;
  }

  public Customer secret(String newSecret) {
    secret = newSecret;
    return this;
  }

  public @Nullable Integer credit() {
    return credit;
  }

  public Customer credit(@Nullable Integer newCredit) {
    credit = newCredit;
    return this;
  }

  public @Nullable Address address() {
    return address;
  }

  public Customer address(@Nullable Address newAddress) {
    address = newAddress;
    return this;
  }

  public Tier tier() {
    return tier;
  }

  public Customer tier(Tier newTier) {
    tier = newTier;
    return this;
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

  /// How good a customer is.
  public enum Tier {
    BRONZE,
    SILVER,
    GOLD
  }

  /// Where a customer lives.
  public record Address(String street, @Nullable String city) {}
}
