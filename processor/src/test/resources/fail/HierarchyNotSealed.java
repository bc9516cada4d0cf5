//// shop/Open.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract class Open { // [HierarchyNotSealed] Open: the subtypes of a hierarchy are known when it is compiled; got a class that is not sealed with @Inheritance, expected an abstract sealed class. Make it one, or remove @Inheritance.
  @Id private long id;
}
//// shop/Plain.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.JOINED)
final class Plain { // [HierarchyNotSealed] Plain: the subtypes of a hierarchy are known when it is compiled; got a class with objects with @Inheritance, expected an abstract sealed class. Make it one, or remove @Inheritance.
  @Id private long id;
}
