package dev.ambix.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Numbered by a sequence in large blocks, as Hibernate's documentation advises, since an identity
/// column would keep it from batching. SQLite has no sequences: `sqlite.orm.xml` says so.
@Entity
@Table(name = Sample.TABLE)
class HibernateCustomer {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers")
  @SequenceGenerator(
      name = "customers",
      sequenceName = "customers_hibernate",
      allocationSize = HibernatePeer.BLOCK)
  private @Nullable Long id;

  @Column(length = 64, nullable = false)
  private String name = "";

  @Column(nullable = false)
  private String email = "";

  private @Nullable String phone;
  private int points;
  private boolean active;

  @Column(nullable = false)
  private Instant joined = Instant.EPOCH;

  HibernateCustomer() {}

  static HibernateCustomer of(int i) {
    var customer = new HibernateCustomer();
    customer.name = Sample.name(i);
    customer.email = Sample.email(i);
    customer.phone = Sample.phone(i);
    customer.points = Sample.points(i);
    customer.active = Sample.active(i);
    customer.joined = Sample.joined(i);
    return customer;
  }

  long id() {
    return id == null ? 0 : id;
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
