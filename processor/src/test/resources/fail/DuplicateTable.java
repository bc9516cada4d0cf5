//// shop/Customer.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Table("people")
final class Customer {
  @Id private long id;
}
//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Table("People")
final class User { // [DuplicateTable] User: two entities stand in one table; got People, which Customer has, expected another name. Give one of them @Table("…").
  @Id private long id;
}
//// shop/Linked.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Linked {
  @Id private long id;
  @ManyToMany(table = "Linked", columns = "a") private final Many<Linked> entity = Many.of(); // [DuplicateTable] Linked.entity: links stand in a table of their own; got Linked, which Linked has, expected another name. Give another `table`, or mappedBy on one of two sides.
  @ManyToMany(table = "links", columns = "a") private final Many<Linked> first = Many.of();
  @ManyToMany(table = "links", columns = "a") private final Many<Linked> second = Many.of(); // [DuplicateTable] Linked.second: links stand in a table of their own; got links, which Linked.first has, expected another name. Give another `table`, or mappedBy on one of two sides.
}
