//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Table("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
@Index(value = "name", name = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") // [InvalidName] User: no engine keeps this constraint name; got 64 bytes: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, expected 1 to 63 bytes. Give a shorter name with `name`.
final class User { // [InvalidName] User: no engine keeps this table name; got 64 bytes: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, expected 1 to 63 bytes. Give a shorter name with @Table("…").
  @Id private long id;

  @ColumnName(" ")
  private String name; // [InvalidName] User.name: no engine keeps this column name; got a blank one, expected 1 to 63 bytes. Give a shorter name with @ColumnName("…").

  private String aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; // [InvalidName] User.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: no engine keeps this column name; got 64 bytes: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, expected 1 to 63 bytes. Give a shorter name with @ColumnName("…").
}
