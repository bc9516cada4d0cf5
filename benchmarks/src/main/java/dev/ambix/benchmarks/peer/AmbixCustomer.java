package dev.ambix.benchmarks.peer;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(Sample.TABLE)
final class AmbixCustomer {
  @Id @Generated private long id;

  @Length(64)
  private String name;

  private String email;
  private @Nullable String phone;
  private int points;
  private boolean active;
  private Instant joined;

  AmbixCustomer() {}

  static AmbixCustomer of(int i) {
    var customer = new AmbixCustomer();
    customer.name = Sample.name(i);
    customer.email = Sample.email(i);
    customer.phone = Sample.phone(i);
    customer.points = Sample.points(i);
    customer.active = Sample.active(i);
    customer.joined = Sample.joined(i);
    return customer;
  }

  long id() {
    return id;
  }

  void reward() {
    points++;
  }

  @Override
  public String toString() {
    return String.join(
        "|", name, email, String.valueOf(phone), points + "", active + "", joined.toString());
  }
}
