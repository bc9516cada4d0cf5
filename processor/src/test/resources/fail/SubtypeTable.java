//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract sealed class Root permits Leaf {
  @Id private long id;
}
//// shop/Leaf.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Table("leaves") // [SubtypeTable] Leaf: its rows stand in another table; got @Table, expected none, as all of Root stand in one. Remove it, or make the hierarchy JOINED.
final class Leaf extends Root {}
//// shop/Other.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.JOINED)
abstract sealed class Other permits Between {
  @Id private long id;
}
//// shop/Between.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Table("between") // [SubtypeTable] Between: its rows stand in another table; got @Table, expected none, as a class between has no rows of its own. Remove it.
abstract sealed class Between extends Other permits Last {}
//// shop/Last.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Last extends Between {}
