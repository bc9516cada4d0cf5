//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.UUID;

@Entity
final class User {
  @Id private long id;
  @Default private int neither; // [InvalidDefault] User.neither: a default is a constant or an SQL expression; got neither, expected exactly one of `value` and `sql`. Keep one of them.
  @Default(value = "1", sql = "1") private int both; // [InvalidDefault] User.both: a default is a constant or an SQL expression; got both, expected exactly one of `value` and `sql`. Keep one of them.
  @Default("yes") private boolean flag; // [InvalidDefault] User.flag: the column cannot hold its default; got "yes", expected true or false. Correct the value, or use `sql`.
  @Default("300") private byte small; // [InvalidDefault] User.small: the column cannot hold its default; got "300", expected a whole number of 8 bits. Correct the value, or use `sql`.
  @Default("40000") private short middle; // [InvalidDefault] User.middle: the column cannot hold its default; got "40000", expected a whole number of 16 bits. Correct the value, or use `sql`.
  @Default("2147483648") private int number; // [InvalidDefault] User.number: the column cannot hold its default; got "2147483648", expected a whole number of 32 bits. Correct the value, or use `sql`.
  @Default("1.5") private long big; // [InvalidDefault] User.big: the column cannot hold its default; got "1.5", expected a whole number of 64 bits. Correct the value, or use `sql`.
  @Default("one") private double real; // [InvalidDefault] User.real: the column cannot hold its default; got "one", expected a number. Correct the value, or use `sql`.
  @Default("toolong") @Length(3) private String text; // [InvalidDefault] User.text: the column cannot hold its default; got "toolong", expected at most 3 code points. Correct the value, or use `sql`.
  @Default("1.234") @Precision(value = 5, scale = 2) private BigDecimal price; // [InvalidDefault] User.price: the column cannot hold its default; got "1.234", expected a number of 5 digits, 2 of them after the point. Correct the value, or use `sql`.
  @Default("GONE") private Status status; // [InvalidDefault] User.status: the column cannot hold its default; got "GONE", expected one of ACTIVE. Correct the value, or use `sql`.
  @Default("x") private byte[] bytes; // [InvalidDefault] User.bytes: the column cannot hold its default; got "x", expected no constant, since bytes have none. Correct the value, or use `sql`.
  @Default("1-2-3-4-5") private UUID token; // [InvalidDefault] User.token: the column cannot hold its default; got "1-2-3-4-5", expected a UUID such as 0198c5f5-8ba1-7000-8000-000000000000. Correct the value, or use `sql`.
  @Default("2025-01-31") private Instant instant; // [InvalidDefault] User.instant: the column cannot hold its default; got "2025-01-31", expected an instant such as 2025-01-31T12:00:00Z. Correct the value, or use `sql`.
  @Default("2025-02-30") private LocalDate date; // [InvalidDefault] User.date: the column cannot hold its default; got "2025-02-30", expected a date such as 2025-01-31. Correct the value, or use `sql`.
  @Default("25:00") private LocalTime time; // [InvalidDefault] User.time: the column cannot hold its default; got "25:00", expected a time such as 12:00:00. Correct the value, or use `sql`.
  @Default("2025-01-31 12:00") private LocalDateTime at; // [InvalidDefault] User.at: the column cannot hold its default; got "2025-01-31 12:00", expected a date and time such as 2025-01-31T12:00:00. Correct the value, or use `sql`.
  @Default("5 min") private Duration wait; // [InvalidDefault] User.wait: the column cannot hold its default; got "5 min", expected a duration such as PT5M. Correct the value, or use `sql`.

  enum Status {
    ACTIVE
  }
}
