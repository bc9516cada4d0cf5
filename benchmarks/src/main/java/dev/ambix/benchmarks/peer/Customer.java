package dev.ambix.benchmarks.peer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer as hand-written JDBC and jOOQ make it.
final class Customer {
  long id;
  final String name;
  final String email;
  final @Nullable String phone;
  int points;
  final boolean active;
  final Instant joined;

  Customer(
      long id,
      String name,
      String email,
      @Nullable String phone,
      int points,
      boolean active,
      Instant joined) {
    this.id = id;
    this.name = name;
    this.email = email;
    this.phone = phone;
    this.points = points;
    this.active = active;
    this.joined = joined;
  }

  static Customer of(int i) {
    return new Customer(
        0,
        Sample.name(i),
        Sample.email(i),
        Sample.phone(i),
        Sample.points(i),
        Sample.active(i),
        Sample.joined(i));
  }

  @Override
  public String toString() {
    return String.join(
        "|", name, email, String.valueOf(phone), points + "", active + "", joined.toString());
  }
}
