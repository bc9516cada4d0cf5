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
