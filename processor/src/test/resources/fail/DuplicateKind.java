//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.JOINED)
abstract sealed class Root permits One, Other {
  @Id private long id;
}
//// shop/One.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class One extends Root {}
//// shop/Other.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance.Kind("One")
final class Other extends Root {} // [DuplicateKind] Other: a row could not be told from one of One; got One for both, expected another name. Give one of them @Inheritance.Kind("…").
