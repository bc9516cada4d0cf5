//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract sealed class Root permits Bare, Open, Between {
  @Id private long id;
}
//// shop/Bare.java
package shop;

final class Bare extends Root {} // [HierarchySubtype] Bare: a row is of one final entity; got a class without @Entity in the hierarchy of Root, expected a final class with it, or an abstract sealed one. Add @Entity.
//// shop/Open.java
package shop;

import dev.ambix.mapping.*;

@Entity
non-sealed class Open extends Root {} // [EntityShape] Open: objects of it cannot be made or told apart; got a class that is not final, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
//// shop/Between.java
package shop;

import dev.ambix.mapping.*;

@Entity
abstract sealed class Between extends Root permits Leaf {}
//// shop/Leaf.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Leaf extends Between {}
